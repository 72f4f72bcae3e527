"""The fixed texts that a same-origin rewrite puts in (rules/rewrite/same-origin.toml)."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

import msgspec

from bundlescan.rulefiles import rules_folder


class Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """See the comments in the file; all are JavaScript source text."""

    wrapper: str
    authority: str = ""
    template: str = ""
    empty: str = ""
    origin: str = ""


#: how the page's location can be named: the name, and what of it must not be shadowed
NAMES = (("location", "location"), ("self.location", "self"), ("window.location", "window"))


def named(form: Form, location: str, in_function: str) -> Form:
    """``form`` where the page's location has the name ``location``, and ``in_function`` in the functions put in."""
    fields = ("wrapper", "authority", "template", "empty", "origin")
    texts = {name: re.sub(r"(?<![\w.])location\.", f"{location}.", getattr(form, name)) for name in fields}
    return Form(**{name: text.replace("self.location", in_function) for name, text in texts.items()})


def in_blob(form: Form) -> Form:
    """``form`` in code whose location may be a ``blob:`` URL, which has the page's origin but no host."""
    origin = form.origin
    wrapper = form.wrapper.replace("self.location.hostname", "new URL(self.location.origin).hostname")
    return Form(wrapper=wrapper, authority=origin, template=f"${{{origin}}}", empty=origin, origin=origin)


def for_ports(form: Form) -> Form:
    """``form`` with a wrapper that takes a list of ports, as texts, and changes no URL with another one; of options, it
    takes the names of those that are ports, or end in one, too."""
    wrapper = form.wrapper
    if wrapper.startswith("function(o,n,a,s)"):
        given = r"for(i=h=0;i<q.length;)h=(k=/(?:^|:)(\d+)$/.exec(o[q[i++]]))&&p.indexOf(k[1])+1||h;if(!h)return o;"
        wrapper = wrapper.replace("function(o,n,a,s)", "function(o,n,a,s,q,p)", 1)
        return msgspec.structs.replace(form, wrapper=wrapper.replace("return o;", f"return o;{given}", 1))
    wrapper = wrapper.replace("function(u)", "function(u,p)", 1).replace(r"(?::\d*)?", r"(?::(\d*))?", 1)
    wrapper = wrapper.replace("return m&&", 'return m&&p.indexOf(m[2]||"")+1&&', 1)
    return msgspec.structs.replace(form, wrapper=wrapper)


def wrappers() -> dict[str, str]:
    """The texts of all wrappers, and the name of the form that each belongs to."""
    return {
        form.wrapper: name
        for name, plain in forms().items()
        for place in (plain, in_blob(plain))
        for ports in (place, for_ports(place))
        for form in (named(ports, "location", location) for location, _ in NAMES)
    }


@lru_cache(maxsize=1)
def forms() -> dict[str, Form]:
    """The forms by ``Client.relative``, and that for ``options``."""
    path = rules_folder() / "rewrite" / "same-origin.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: msgspec.convert(table, Form) for name, table in raw.items()}
