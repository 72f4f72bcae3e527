"""Inline scripts of pages and components, and the places that pin a file's content."""

from __future__ import annotations

import pytest

from bundlescan.markup import integrity_references, scripts
from bundlescan.source import Source


def found(path: str, text: str | bytes) -> list[tuple[str, str, bool]]:
    source = Source(path, text if isinstance(text, bytes) else text.encode())
    return [(source.text(script.span), script.language, script.module) for script in scripts(source)]


PAGES: dict[str, tuple[str | bytes, list[tuple[str, str, bool]]]] = {
    "plain": ("<script>a()</script>", [("a()", "js", False)]),
    "module": ("<script type=module>a()</script>", [("a()", "js", True)]),
    "type in capitals": ("<SCRIPT TYPE=' Text/JavaScript '>a()</SCRIPT>", [("a()", "js", False)]),
    "language": (
        "<script language=javascript>a()</script><script language=vbscript>b</script>",
        [("a()", "js", False)],
    ),
    "babel": ("<script type=text/babel>a(<b/>)</script>", [("a(<b/>)", "jsx", False)]),
    "src wins over content": ("<script src=x.js>a()</script>", []),
    "data": ('<script type="application/ld+json">{}</script><script type=importmap>{}</script>', []),
    "template": ("<script type=text/x-handlebars>{{a}}</script>", []),
    "svg scripts inside each other": ("<svg><script>a<script>b", [("a<script>b", "js", False)]),
    "blank": ("<script> \n </script>", []),
    "comment": ("<!-- <script>no()</script> --><script>a()</script>", [("a()", "js", False)]),
    "textarea and title": ("<title><script>n()</script></title><textarea><script>n()</script></textarea>", []),
    "double escape": (
        "<script><!--<script>a()</script>--></script>b",
        [("<!--<script>a()</script>-->", "js", False)],
    ),
    "unclosed at the end": ("<p>x<script>a()", [("a()", "js", False)]),
    "slash in the end tag": ("<script>a()</script/x>t", [("a()", "js", False)]),
    "duplicate attribute": ("<script type=module type=json>a()</script>", [("a()", "js", True)]),
    "end tag in a string": ('<script>a("<\\/script>")</script>', [('a("<\\/script>")', "js", False)]),
    "not ASCII, CRLF": (
        "\ufeff<title>é\r\n漢</title>\r\n<script>a('é😀')\r\n</script>",
        [("a('é😀')\r\n", "js", False)],
    ),
    "invalid UTF-8": (b"<p>\xff\xfe\xe9</p><script>a('\xff')</script>", [("a('\ufffd')", "js", False)]),
    "in a template and in svg": (
        "<template><script>a()</script></template><svg><script>b()</script></svg>",
        [("a()", "js", False), ("b()", "js", False)],
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_scripts_of_a_page(name: str) -> None:
    text, expected = PAGES[name]
    assert found("www/index.html", text) == expected


def test_scripts_of_components() -> None:
    vue = """<template><Textarea/><p v-if="a < b">{{ x }}<script>no()</script></p></template>
<script lang="ts">export default {}</script>
<script setup lang='tsx'>const é = <b/></script>
<style>p { color: red }</style>"""
    assert found("App.vue", vue) == [("export default {}", "ts", True), ("const é = <b/>", "tsx", True)]
    svelte = '<script context="module">a()</script>{#if x < 1}<p/>{/if}<script type="text/typescript">b()</script>'
    assert found("App.svelte", svelte) == [("a()", "js", True), ("b()", "ts", True)]
    assert found("App.vue", '<script src="./x.js"></script><script lang="coffee">a</script>') == []


def test_integrity_references() -> None:
    page = """<!doctype html><title>é</title>
<script src="/a.js" integrity="sha384-A"></script><script src=/b.js integrity=""></script>
<link rel=modulepreload href='/c-é.js?x=1&amp;y=2' integrity=sha384-C><link rel=stylesheet href=/d.css>
<script type=importmap>{"imports":{},"integrity":{"/e.js":"sha384-E"}}</script>
<script type=importmap>{"integrity":[1]}</script><script type=importmap>not JSON</script>"""
    source = Source("index.html", page.encode())
    assert [(ref.url, ref.hashes, source.text(ref.span)) for ref in integrity_references(source)] == [
        ("/a.js", "sha384-A", 'integrity="sha384-A"'),
        ("/c-é.js?x=1&y=2", "sha384-C", "integrity=sha384-C"),
        ("/e.js", "sha384-E", '{"imports":{},"integrity":{"/e.js":"sha384-E"}}'),
    ]
