"""How much disk it takes: `python -m benchmarks.size`, where detente is installed (not editable).

Prints MB for the package itself and for each thing it depends on, by the files their installers recorded.
"""

import json
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def needed(name: str, seen: dict[str, float]) -> dict[str, float]:
    """The distribution and everything below it, extras left out → MB."""
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in seen:
        return seen
    try:
        found = distribution(key)
    except PackageNotFoundError:  # a requirement for another platform or Python
        return seen
    paths = [found.locate_file(file) for file in found.files or ()]
    seen[key] = sum(path.stat().st_size for path in map(_path, paths) if path.is_file()) / 1e6
    for requirement in found.requires or ():
        if "extra ==" not in requirement:
            needed(re.split(r"[\s<>=!~;\[(]", requirement, maxsplit=1)[0], seen)
    return seen


def _path(located: object) -> Path:
    return Path(str(located))


def main() -> None:
    sizes = needed("detente", {})
    rows = {name: round(size, 1) for name, size in sorted(sizes.items(), key=lambda item: -item[1])}
    print(
        json.dumps(
            {"all, MB": round(sum(sizes.values()), 1), "detente, MB": rows["detente"], "each": rows}, indent=1
        )
    )


if __name__ == "__main__":
    main()
