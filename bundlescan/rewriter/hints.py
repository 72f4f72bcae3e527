"""What the operator does after a rewrite: the proxy has to pass the sockets on, since they come to the page's port now.

In: the findings that a plan ends. Out: text to read and to paste.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bundlescan.finding import Finding, Plan, Severity

SOCKET_IO = "socket.io-client"
EVERYWHERE = frozenset({"0.0.0.0", "::", "[::]"})  # a server listens there; a proxy connects to the machine itself
# What is pasted into a configuration comes from the scanned files: nothing with a meaning to nginx gets there.
SAFE_HOST = re.compile(r"[A-Za-z0-9.:\[\]-]+")
SAFE_PATH = re.compile(r"[A-Za-z0-9._~/-]+")

SOCKET_IO_BLOCK = """\
    location /socket.io/ {{
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_set_header X-Frappe-Site-Name $host;  # the site's name: write it out where it is not the host name
        proxy_set_header Origin $scheme://$http_host;
        proxy_set_header Host $host;
        proxy_pass http://{upstream};
    }}
"""

SOCKET_BLOCK = """\
    location {path} {{
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_set_header Host $http_host;
        proxy_buffering off;
        proxy_read_timeout 1h;  # 60 s of silence end a connection otherwise
        proxy_pass http://{upstream};
    }}
"""

SOCKET_IO_NOTES = """\
The headers matter. Browsers send no Origin with a same-origin polling GET, and Frappe's server compares Host with
Origin: without the Origin line it answers "Invalid origin". Behind a tunnel or proxy that ends TLS (ngrok, Cloudflare),
$scheme is http although the page is https. Then take the scheme from X-Forwarded-Proto; outside the server block:

    map $http_x_forwarded_proto $page_scheme {
        default $http_x_forwarded_proto;
        ""      $scheme;
    }

and inside: proxy_set_header Origin $page_scheme://$http_host;

Check it, with the page's own address for HOST (the namespace is no part of this path):

    curl -i 'https://HOST/socket.io/?EIO=4&transport=polling'

It works when the status is 200 and the body begins with 0{"sid". 404: the request reached the web server, no location
passes it on. 502: nothing listens at the address in proxy_pass.

Where the client is given another `path` (an option of its call), that is the location to pass on, not /socket.io/.

Where a rewrite does not help: a page straight from `bench start` on port 8000 (or a tunnel to it) has no proxy in
front, and the web server there has no /socket.io/. Put nginx before it first.
"""


def hints(plan: Plan) -> str:
    """The closing text for the sockets that ``plan`` brings to the page's origin; empty where there are none."""
    ended = dict.fromkeys(finding for planned in plan.fixes for finding in planned.findings)
    sockets = [finding for finding in ended if finding.sink is not None and finding.severity is not Severity.NOTE]
    socket_io = [finding for finding in sockets if finding.sink and finding.sink.name == SOCKET_IO]
    others = [finding for finding in sockets if finding not in socket_io]
    blocks = [*_socket_io_blocks(socket_io), *_other_blocks(others)]
    if not blocks:
        return ""
    head = "What to do next: the page's own server has to pass these connections on. For nginx, in the server block\n"
    head += "of the page:\n\n"
    return head + "\n".join(blocks) + ("\n" + SOCKET_IO_NOTES if socket_io else "")


def upstream(finding: Finding) -> str | None:
    """Where the flagged connection went, as a proxy on the same machine reaches it: ``127.0.0.1:9000``; None if that
    is not known."""
    host = finding.host
    if host is None or host in EVERYWHERE or not SAFE_HOST.fullmatch(host):
        host = "127.0.0.1"
    if ":" in host and not host.startswith("["):
        host = f"[{host}]"
    return f"{host}:{finding.port}" if finding.port else None


def literal_path(url: str | None) -> str:
    """The path of a URL template up to its first hole or query, cut at the last slash before a hole: ``/ws/``.

    "/" where nothing of it is known.
    """
    match = re.match(r"(?:[^/]*//)?(?:\{[^}]*\}|[^/{?#])*(/[^?#]*)?", url or "")
    path = (match and match[1]) or "/"
    known, hole, _ = path.partition("{")
    return known[: known.rindex("/") + 1] if hole else known


def _socket_io_blocks(findings: Iterable[Finding]) -> Iterable[str]:
    """One block: a location can go to one server only, so the others are named for a choice."""
    targets = [target for target, _ in Counter(filter(None, map(upstream, findings))).most_common()]
    if targets:
        yield SOCKET_IO_BLOCK.format(upstream=targets[0])
    if targets[1:]:
        yield f"    # also found: {', '.join(targets[1:])}. All come to /socket.io/ now: pick the server that runs.\n"


def _other_blocks(findings: Iterable[Finding]) -> Iterable[str]:
    places = sorted({(literal_path(finding.url), target) for finding in findings if (target := upstream(finding))})
    for path, target in places:
        if path == "/" or not SAFE_PATH.fullmatch(path):
            yield f"    # a socket to {target}, at / or a path known only at run time: pass on what has Upgrade there\n"
        else:  # the path and what is below it, no more: /in is not /index.html
            whole = path if path.endswith("/") else rf"~ ^{re.escape(path)}(/|$)"
            yield SOCKET_BLOCK.format(path=whole, upstream=target)
