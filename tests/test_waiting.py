"""What connects only when somebody grants something: an answer of a server, a stored text, a key, a call from another
script. Runs get there, too; what they are granted is no port of the scripts."""

from __future__ import annotations

import pytest

from bundlescan.collect import Kind
from bundlescan.finding import Finding
from bundlescan.pipeline import analyse
from bundlescan.source import Source

#: a client and a port that nothing but a run sees
CALL = (
    'const k={s:globalThis["Web"+"Socket"]},open=(p,t)=>new k[["s"].map(e=>e)[0]]("ws://"+location.hostname+":"+p+t),p='
)
JOINED = '["90","01"].join("")'


@pytest.mark.parametrize(
    "code",
    [
        '(async()=>{const me=await(await fetch("/api/me")).json();if(me.id)open(p,"/"+me.room)})()',
        'const x=new XMLHttpRequest;x.open("GET","/m");x.onload=()=>{JSON.parse(x.response).id&&open(p,"/a")};x.send()',
        'if(localStorage.getItem("token"))open(p,"/a")',
        "localStorage.token&&open(p,'/a')",
        'const user=JSON.parse(sessionStorage.getItem("user")||"{}");user.rooms?.forEach(r=>open(p,"/"+r.id))',
        'new URLSearchParams(location.search).get("room")&&open(p,"/a")',
        'addEventListener("keydown",e=>{if(e.key==="Enter")open(p,"/a")})',
        'addEventListener("message",e=>{if(JSON.parse(e.data).go)open(p,"/a")})',
        'const s=new WebSocket("/ws");s.onmessage=e=>{const d=JSON.parse(e.data);d.go&&open(p,"/a")}',
        'document.addEventListener("chat:ready",e=>open(p,"/"+e.detail.room))',
        "window.start=()=>open(p,'/a')",
        "window.Chat={init(o){for(const r of o.rooms)open(p,r.path)}}",
    ],
)
def test_a_call_that_waits(code: str) -> None:
    findings = _findings(f"{CALL}{JOINED};{code}")
    assert [(f.rule_id, f.port) for f in findings] == [("socket-hardcoded-port", 9001)]


@pytest.mark.parametrize(
    "code",
    [
        '(async()=>{const me=await(await fetch("/api/me")).json();open(me.port,"/"+me.room)})()',
        '(async()=>{const me=await(await fetch("/api/me")).json();open(9000+ +me.shard,"/a")})()',
        '(async()=>{const me=await(await fetch("/api/me")).json();open(String(me.base*2),"/a")})()',
        'localStorage.port&&open(localStorage.port,"/a")',
        'window.start=o=>open(o.port,"/a")',
    ],
)
def test_what_is_granted_is_no_port_of_the_scripts(code: str) -> None:
    assert _findings(f"{CALL}0;{code}") == []


def _findings(code: str) -> list[Finding]:
    report = analyse([(Source("a.js", code.encode()), Kind.JS)])
    return [finding for finding in report.findings if finding.port is not None]
