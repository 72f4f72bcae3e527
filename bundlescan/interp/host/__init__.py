"""The page that scripts run in: a window, its document and its connections, enough for applications to mount."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from typing import Any

from bundlescan.interp.builtins import promises
from bundlescan.interp.functions import JSFunction
from bundlescan.interp.host import bodies, document, events, net, nodes, selectors, urls, workers
from bundlescan.interp.host import window as windows
from bundlescan.interp.host.kit import Address, absorbing, answer, page
from bundlescan.interp.host.nodes import Element
from bundlescan.interp.model import UNDEF, Args, JSObject, JSThrow, Visit, call, get

__all__ = ["Address", "Host", "absorbing"]


class Host:
    """The page; one at a time. ``load`` gives the run of a script's URL, ``opened`` is told of connections.
    ``visit``: what meets it."""

    def __init__(
        self, window: JSObject, address: Address, html: bytes | None,
        load: Callable[[str], Callable[[], object] | None], opened: Callable[[str, Args], None],
        visit: Visit = Visit.PLAIN,
    ) -> None:  # fmt: skip
        page.begin(window, address, load, opened, visit)
        promises.on_error.append(page.report)
        windows.install_early()
        events.install()
        windows.install_window()
        urls.install()
        windows.install()
        net.install()
        workers.install()
        document.install()
        self._scripts = document.begin_document(html)
        if visit is Visit.GENEROUS:
            bodies.install_answers()
        self._early = frozenset(window.props)

    @property
    def window(self) -> JSObject:
        return page.window

    @property
    def document(self) -> Any:
        return page.document

    @property
    def errors(self) -> list[Any]:
        """The values that scripts threw and nothing caught."""
        return page.errors

    @property
    def relied(self) -> bool:
        """Whether scripts have asked the page's own server for something."""
        return page.relied

    @property
    def current_script(self) -> Any:
        """document.currentScript: the runner sets it as it runs a script of the page."""
        return page.current_script

    @current_script.setter
    def current_script(self, element: Any) -> None:
        page.current_script = element

    def scripts(self) -> list[tuple[dict[str, str], str | None, Element]]:
        """The scripts of the HTML in document order: attributes, the text of one without src, the element."""
        return [
            (element.attrs, None if "src" in element.attrs else nodes.text_content(element), element)
            for element in self._scripts
        ]

    def parsed(self) -> None:
        """The HTML is read and its deferred scripts have run: DOMContentLoaded."""
        page.current_script = None
        page.document.ready = "interactive"
        events.simple(page.document, "readystatechange")
        events.fire(page.document, events.make("Event", "DOMContentLoaded", bubbles=True))
        page.checkpoint()

    def loaded(self) -> None:
        """All that the HTML refers to is there: load, pageshow."""
        page.document.ready = "complete"
        events.simple(page.document, "readystatechange")
        events.simple(page.window, "load")
        events.simple(page.window, "pageshow", "PageTransitionEvent", {"persisted": False})
        page.checkpoint()

    def used(self, most: int = 60) -> None:
        """What a person may do: what waits for a click, a form that is sent or an input gets one; where the listener is
        above buttons and links, these. On a generous visit all that listens hears something, and the page's functions
        are called."""
        for (target, kind), scope in list(page.waiting.items())[:most]:
            if kind not in events.BY_PERSON:
                fire = partial(events.fire, target, events.anything(kind))
                page.at_once(page.within(scope, fire))
                continue
            under = kind == "click" and isinstance(target, nodes.Node)
            below = list(islice(selectors.find(target, "button, a, input[type=submit]"), 10)) if under else []
            for at in below or [target]:
                event = events.make(events.BY_PERSON[kind], kind, bubbles=True, cancelable=True)
                page.at_once(lambda at=at, event=event: events.fire(at, event))  # type: ignore[misc]

        if page.visit is Visit.GENEROUS:
            for function, owner in islice(self._own_functions(), most):
                given = [answer(), answer()]
                page.at_once(lambda f=function, o=owner, given=given: call(f, o, given))  # type: ignore[misc]

    def _own_functions(self) -> Iterator[tuple[JSFunction, JSObject]]:
        """The functions that scripts have given to the window, themselves or in an object, each with its ``this``."""
        for name in [name for name in page.window.props if name not in self._early]:
            value = _read(page.window, name)
            yield from [(value, page.window)] if _is_function(value) else []
            if type(value) is JSObject:
                held = [_read(value, key) for key in list(value.props)]
                yield from [(function, value) for function in held if _is_function(function)]

    def run(self, tasks: int = 500, until: float = 120_000.0) -> None:
        """Runs microtasks and tasks in the order of their times, until none is left or the limits are reached."""
        page.run(tasks, until)

    def report(self, value: Any) -> None:
        """An exception of a script that the runner has caught: window.onerror hears of it."""
        page.report(value)


def _read(owner: JSObject, name: Any) -> Any:
    """A property; undefined where reading it throws."""
    try:
        return get(owner, name)
    except JSThrow:
        return UNDEF


def _is_function(value: Any) -> bool:
    return isinstance(value, JSFunction) and value.template.kind != "class"
