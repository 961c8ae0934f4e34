"""Readers of the reference tables under `--data`: each yields facts, nothing is kept of their text."""

import csv
import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from . import actor_own as own
from .actor_facts import Holder, State

OLDEST = "1990"
"""Leaders who left office before this year are left out."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _codes(data: Path) -> dict[str, dict[str, str]]:
    with (data / "country-codes" / "country-codes.csv").open(encoding="utf-8", newline="") as lines:
        return {row["ISO3166-1-Alpha-3"]: row for row in csv.DictReader(lines)}


def states(data: Path) -> Iterator[State]:
    """States and dependencies, from mledoze/countries, CLDR, country-codes and the Factbook."""
    rows = _codes(data)
    iso3 = {row["ISO3166-1-Alpha-2"]: code for code, row in rows.items()}
    territories = _json(data / "cldr/cldr-localenames-full/main/en/territories.json")
    shown = territories["main"]["en"]["localeDisplayNames"]["territories"]
    book = {path.stem.upper(): path for path in (data / "factbook").glob("*/*.json")}
    for country in _json(data / "countries-mledoze.json"):
        code = "XKX" if country["cca3"] == "UNK" else country["cca3"]
        row = rows.get(code, {})
        part = re.match(r"(?:Part|Territory|Commonwealth) of (\w\w)", row.get("is_independent", ""))
        names = [country["name"]["common"], country["name"]["official"], *country["altSpellings"]]
        names += [
            row.get(column, "")
            for column in ("UNTERM English Short", "UNTERM English Formal", "official_name_en")
        ]
        names += [shown[key] for key in shown if key.split("-alt-")[0] == country["cca2"]]
        adjectives = re.split(r", ", country.get("demonyms", {}).get("eng", {}).get("m", ""))
        if path := book.get(row.get("FIPS", "")):
            facts = _json(path)
            names += list(_conventional(facts))
            adjectives += list(_adjectives(facts))
        yield State(
            code,
            iso3.get(part[1], code) if part and code not in ("HKG", "TWN", "PSE") else code,
            country["name"]["common"],
            tuple(dict.fromkeys(name for name in map(_plain, names) if len(name) > 2 and name.isascii())),
            tuple(dict.fromkeys(word for word in map(_plain, adjectives) if word and word.isascii())),
            tuple(_plain(capital) for capital in country["capital"]),
        )


def _plain(name: str) -> str:
    name = html.unescape(name).replace("’", "'")
    return re.sub(r"\s*[(*;].*|^[Tt]he |, (?:the )?[A-Z].* of(?: the)?$", "", name).strip()


def _conventional(facts: dict[str, Any]) -> Iterator[str]:
    for part in ("conventional long form", "conventional short form"):
        text = facts.get("Government", {}).get("Country name", {}).get(part, {}).get("text", "")
        if text and text.lower() != "none":
            yield text


def _adjectives(facts: dict[str, Any]) -> Iterator[str]:
    text = facts.get("People and Society", {}).get("Nationality", {}).get("adjective", {}).get("text", "")
    for word in re.split(r"[,;]| or ", re.sub(r"\(.*?\)", "", text)):
        if re.fullmatch(r"\s*[A-Z][\w -]+", word):
            yield word.strip()


def _cow(abbreviation: str) -> str:
    return own.listed("cow").get(abbreviation, abbreviation)


def reign(data: Path) -> Iterator[Holder]:
    """Effective leaders, to March 2021; many by surname only."""
    path = data / "reign" / "data_sets" / "leaderlist_3_21.csv"
    with path.open(encoding="utf-8", errors="replace", newline="") as lines:
        for row in csv.DictReader(lines):
            end = f"{row['eyear']}-{int(row['emonth']):02d}" if row["eyear"] else ""
            if end and end < OLDEST:
                continue
            start = f"{row['syear']}-{int(row['smonth']):02d}-{int(row['sdate']):02d}"
            if row["stateabb"] == "SNM":  # San Marino changes its two captains every half-year
                continue
            yield Holder(
                re.sub(r"\s*\(.*?\)", "", row["leader"]).strip(),
                _cow(row["stateabb"]),
                "GOV",
                "leader",
                start,
                end,
            )


def archigos_names(data: Path) -> dict[tuple[str, str], list[str]]:
    """(state, year of a leader's spell) → full names, from the DBpedia addresses in Archigos."""
    out: dict[tuple[str, str], list[str]] = {}
    path = data / "manystates/data-raw/leaders/archigos/arch_annual.txt"
    with path.open(encoding="latin-1", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            address = row["dbpedia.uri"] or ""
            if address.startswith("http") and row["startdate"] >= "1985":
                name = re.sub(r"\s*\(.*", "", unquote(address.rsplit("/", 1)[1]).replace("_", " "))
                out.setdefault((_cow(row["idacr"]), row["startdate"][:4]), []).append(name)
    return out


_TITLE = re.compile(
    r"^(?:(?:acting|interim|transition(?:al)?|caretaker|overall|state|affairs|commission|gnu|cnsp|co-?|supreme|grand|"
    r"crown|prime|vice|president|minister|premier|chancellor|king|queen|emperor|emir|amir|sultan|prince|duke|pope|"
    r"leader|taliban|chairperson|chairman|chair|general|gen\.|col\.|capt\.|dr\.|sir|dame|archbishop|first|taoiseach|"
    r"and|of|the|council|ministers|presidential|government|spain|swiss|confederation|foreign|"
    r"president,|council,|\(prime|minister\)|supreme|people's|assembly|presidency)\s+)+",
    re.IGNORECASE,
)
_OFFICES = (
    *("prime minister", "premier", "chancellor", "taoiseach", "supreme leader", "president", "king", "queen"),
    *("emperor", "emir", "amir", "sultan", "crown prince", "prince", "grand duke", "pope"),
)


_NO_NAME = ("Governor", "Administrator", "Chief", "Territorial", "Cabinet", "Sr.", "French", "China", "(Ulu")


def factbook(data: Path) -> Iterator[Holder]:
    """Chiefs of state and heads of government as of early 2026."""
    fips = {row["FIPS"]: code for code, row in _codes(data).items() if row["FIPS"]}
    fips |= {"KV": "XKX", "RI": "SRB", "MJ": "MNE", "OD": "SSD"}
    for path in sorted((data / "factbook").glob("*/*.json")):
        country = fips.get(path.stem.upper())
        branch = _json(path).get("Government", {}).get("Executive branch", {})
        for key in ("chief of state", "head of government"):
            text = html.unescape(branch.get(key, {}).get("text", ""))
            found = re.match(
                r"([^;(]+?)(?: \([^)]*yuan\))? \((?:since )?(\d{1,2} )?(\w+ )?(\d{4})", text, re.IGNORECASE
            )
            if not country or not found or "represented" in text:
                continue
            title = _TITLE.match(found[1])
            office = next((office for office in _OFFICES if title and office in title[0].lower()), "leader")
            name = _cased(_usual(found[1][title.end() if title else 0 :]))
            if name.count(" ") < 6 and name.split()[0] not in _NO_NAME:
                word = (found[3] or "").strip().lower()[:3]
                month = _MONTHS.index(word) + 1 if word in _MONTHS else 0
                start = "-".join(
                    [found[4], *([f"{month:02d}"] if month else []), *_day(found[2] if month else None)]
                )
                yield Holder(name, country, "GOV", office.replace("amir", "emir"), start, "")


def _day(text: str | None) -> list[str]:
    return [f"{int(text):02d}"] if text else []


def _cased(name: str) -> str:
    """ "KIM Jong Un" → "Kim Jong Un"."""
    parts = [
        re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize() if m[0].isupper() else m[0], word)
        for word in name.split()
    ]
    parts = [
        word.upper() if at and re.fullmatch(r"[IVX]+", word, re.IGNORECASE) else word
        for at, word in enumerate(parts)
    ]
    return " ".join(parts).strip(" ,")


def _usual(name: str) -> str:
    """Without what follows the surname, which the Factbook writes in capitals: "Claudia SHEINBAUM Pardo"."""
    parts = name.split()
    capitals = [at for at, part in enumerate(parts) if part.isupper() and len(part) > 2]
    return " ".join(parts[: capitals[-1] + 1]) if capitals and capitals[0] > 0 and parts[-1] != "II" else name


def _yaml(path: Path) -> Iterator[dict[str, list[dict[str, str]]]]:
    """People of the unitedstates YAML files: `name` and `terms`; no more of YAML than these files use."""
    person: dict[str, list[dict[str, str]]] = {}
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if re.match(r"- \w+:", line):
            if person:
                yield person
            person = {}
        if found := re.match(r"(?:- |  )(\w+):\s*$", line):
            section = found[1]
            person.setdefault(section, [])
        elif section == "terms" and re.match(r"  - ", line):
            person[section].append({})
        if section in ("name", "terms") and (found := re.match(r"  (?:  |- )(\w+): (.+)$", line)):
            if not person[section]:
                person[section].append({})
            person[section][-1][found[1]] = found[2].strip("'\"")
    if person:
        yield person


def us_people(data: Path) -> Iterator[Holder]:
    """US presidents and vice-presidents since 1989, and the members of Congress of early 2026."""
    offices = {"prez": ("GOV", "president"), "viceprez": ("GOV", "vice president"),
               "sen": ("LEG", "senator"), "rep": ("LEG", "representative")}  # fmt: skip
    for file in ("us-executive.yaml", "us-legislators-current.yaml"):
        for person in _yaml(data / file):
            names = person["name"][0]
            first = names.get("nickname") or names.get("first", "")
            name = f"{first} {names['last']}"
            also = {names.get("official_full", name), f"{names.get('first', first)} {names['last']}"} - {name}
            for term in _joined(person["terms"]):
                if term["end"] > "1989-01-21":
                    sector, office = offices[term["type"]]
                    yield Holder(
                        name, "USA", sector, office, term["start"], _open(term["end"]), tuple(sorted(also))
                    )


def _open(end: str) -> str:
    return "" if end > "2026-06" else end


def _joined(terms: list[dict[str, str]]) -> list[dict[str, str]]:
    out: list[dict[str, str]] = []
    for term in terms:
        if out and out[-1]["type"] == term["type"] and out[-1]["end"][:7] >= term["start"][:7]:
            out[-1] = {**out[-1], "end": term["end"]}
        else:
            out.append(dict(term))
    return out
