"""Distances and directions on the globe, in kilometres and degrees."""

from math import asin, atan2, cos, degrees, hypot, radians, sin, sqrt

_EARTH = 6371.0
DEGREE = 111.2
"""Kilometres in a degree of latitude."""

Point = tuple[float, float]


def distance(one: Point, other: Point) -> float:
    """Kilometres along the great circle."""
    (lat, lon), (to_lat, to_lon) = (map(radians, point) for point in (one, other))
    half = sin((to_lat - lat) / 2) ** 2 + cos(lat) * cos(to_lat) * sin((to_lon - lon) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def moved(start: Point, north: float, east: float) -> Point:
    """The point so many kilometres to the north and to the east, along the great circle."""
    far = min(hypot(north, east), 20000.0)
    if not far:
        return start
    lat, lon, bearing, angle = radians(start[0]), radians(start[1]), atan2(east, north), far / _EARTH
    to_lat = asin(max(-1.0, min(1.0, sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(bearing))))
    to_lon = lon + atan2(sin(bearing) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(to_lat))
    return degrees(to_lat), _wrapped(degrees(to_lon))


def middle(one: Point, other: Point, share: float = 0.5) -> Point:
    """The point at `share` of the way; near enough for neighbours, not for antipodes."""
    way = _wrapped(other[1] - one[1])
    return one[0] + (other[0] - one[0]) * share, _wrapped(one[1] + way * share)


def _wrapped(longitude: float) -> float:
    return (longitude + 180.0) % 360.0 - 180.0
