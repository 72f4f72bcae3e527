"""What holds for any bytes and any place at the border: reading markup, cutting windows, printing, baselines."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bundlescan.baseline import baseline_of
from bundlescan.excerpt import excerpt
from bundlescan.finding import Report
from bundlescan.markup import integrity_references, scripts
from bundlescan.render import render
from bundlescan.render.printable import printable
from bundlescan.source import Source, Span
from tests.samples import report

MARKUP = st.lists(
    st.sampled_from(
        [b"<script>", b"</script>", b"<script type=module lang=ts src>", b"<!--", b"-->", b"<svg>", b"<textarea>", b"'",
         b"<link integrity=sha384-x href=/a.js>", b"<script type=importmap>", b'{"integrity":{"a":"b"}}', b"\r\n",
         "é😀".encode(), b"\xff", b"\0", b"<", b"a()"]
    ),
    max_size=12,
).map(b"".join)  # fmt: skip


@given(MARKUP | st.binary(max_size=60), st.sampled_from(["a.html", "a.vue", "a.svelte"]))
def test_spans_of_scripts_lie_in_the_file_in_order(data: bytes, path: str) -> None:
    source = Source(path, data)
    position = 0
    for script in scripts(source):
        assert position <= script.span.start < script.span.end <= len(data)
        position = script.span.end
    for reference in integrity_references(source):
        assert 0 <= reference.span.start < reference.span.end <= len(data)


@given(st.binary(max_size=80) | st.text(max_size=40).map(str.encode), st.data())
def test_a_window_is_short_and_holds_the_place(data: bytes, draw: st.DataObject) -> None:
    start = draw.draw(st.integers(0, len(data)))
    end = draw.draw(st.integers(start, len(data)))
    shown = excerpt(Source("a.js", data), Span(start, end), around=8, place=12)
    assert 0 <= shown.start <= shown.end <= len(shown.text) <= 2 * (8 + 1) + 12 + 1
    assert "\n" not in shown.text
    assert "".join(shown.parts) == shown.text


@given(st.text(st.characters()))
def test_printable_twice_is_printable_once(text: str) -> None:
    once = printable(text)
    assert len(once) == len(text)
    assert printable(once) == once
    once.encode()


@given(st.permutations(report().findings))
def test_neither_order_nor_repetition_changes_a_baseline(findings: list) -> None:  # type: ignore[type-arg]
    assert baseline_of([*findings, *findings]) == baseline_of(report().findings)


@given(st.sampled_from(["text", "json"]), st.lists(st.sampled_from(report().findings)))
def test_every_report_can_be_rendered(form: str, findings: list) -> None:  # type: ignore[type-arg]
    assert render(form, Report(tuple(findings))).endswith("\n")
