"""Which addresses on the network are public."""

import ipaddress

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # in networks without IPv4, the whole IPv4 world stands here


def is_public(address: str) -> bool:
    """Whether an IP address is one of the open network: not private, loopback, link-local, shared, multicast
    or reserved, nor an IPv6 form that leads to such an IPv4 address."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if ip not in _NAT64 and (not ip.is_global or ip.is_multicast or ip.is_reserved):
        return False
    return all(is_public(str(inner)) for inner in _inner(ip))


def _inner(ip: ipaddress.IPv4Address | ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that an IPv6 address stands for or passes through."""
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    if ip in _NAT64:
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [each for each in (ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())) if each is not None]
