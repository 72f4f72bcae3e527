"""Which host names are local: only the visitor's own machine or network answers to them.

Documentation ranges (192.0.2.0/24, 198.51.100.0/24, 203.0.113.0/24) count as public, unlike in
``ipaddress.is_private``.
"""

from __future__ import annotations

import ipaddress

_NETWORKS = tuple(
    ipaddress.ip_network(text)
    for text in (
        "127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "0.0.0.0/32",
        "::/128", "::1/128", "fc00::/7", "fe80::/10",
    )
)  # fmt: skip


def is_local_host(host: str) -> bool:
    """Whether ``host`` (a name or an address, IPv6 with or without brackets) is local."""
    name = host.strip("[]").rstrip(".").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    if not (name[:1].isdigit() or ":" in name):
        return False
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address) and address.ipv4_mapped is not None:
        address = address.ipv4_mapped
    return any(address.version == network.version and address in network for network in _NETWORKS)
