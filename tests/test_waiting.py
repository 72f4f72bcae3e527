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
        'addEventListener("click",()=>open(p,"/a"))',
        'addEventListener("message",e=>{if(e.data.mode)open(p,"/a")})',
        'new URLSearchParams(location.search).has("debug")&&open(p,"/a")',
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


@pytest.mark.parametrize(
    ("code", "port"),
    [
        (  # another place after two attempts
            "const t={h:location.hostname,p:location.port},m=e=>`${location.protocol}//${e.p?e.h+':'+e.p:e.h}/in`,"
            "n=(e,r)=>r<2?e:{...e,p:9444};(async()=>{let e=t;for(let r=1;;r++)try{const a=await fetch(m(e));"
            "if(!a.ok)throw a;break}catch(a){if(r>3)break;e=n(e,r)}})()",
            9444,
        ),
        (  # markup that a script writes
            "document.body.innerHTML='<p id=\"v\" data-o=\\'{\"service\": 8890}\\'></p>';"
            'const a=document.createElement("a");a.href=location.href;'
            'a.port=JSON.parse(document.getElementById("v").dataset.o).service;fetch(a.protocol+"//"+a.host+"/count")',
            8890,
        ),
        (  # a pattern over the page's address
            "const b=location.href.replace(/[?#].*$/,'').replace(/^(https?):\\/\\/([^/:]+)(?::(\\d+))?(\\/.*)?/,"
            "'$1://$2:8502/plc$4'),x=new XMLHttpRequest;x.open('GET',b+'levels');x.send()",
            8502,
        ),
    ],
)
def test_a_request_past_the_pages_server_that_only_a_run_tells(code: str, port: int) -> None:
    source = code.encode()
    report = analyse([(Source("a.js", source), Kind.JS)])
    assert [(f.rule_id, f.port) for f in report.findings] == [("http-hardcoded-port", port)]
    assert str(port).encode() in source[report.findings[0].start.offset : report.findings[0].end.offset]


def test_a_scheme_that_only_a_run_tells() -> None:
    code = (
        "const p=[async()=>({a:location.host}),async()=>({s:'ws'})],q=async l=>{let e={s:'wss',a:''};"
        "for(const f of l)e={...e,...await f(e)};return class{static o(){return new WebSocket(`${e.s}://${e.a}/c`)}}};"
        "q(p).then(c=>c.o())"
    )
    report = analyse([(Source("a.js", code.encode()), Kind.JS)])
    assert [f.rule_id for f in report.findings] == ["socket-insecure-scheme"]


def test_a_request_inside_one_that_is_told_is_not_told_again() -> None:
    code = (
        "class A{get(u){const x=new XMLHttpRequest;x.open('GET',u.href??u);x.send()}};const a=new A,"
        "b=['90','01'].map(e=>e).join(''),k=(p,o)=>a.get(Object.assign(new URL(location.origin),{port:p,pathname:o}));"
        "a.get('/list');k(b,'/count')"
    )
    report = analyse([(Source("a.js", code.encode()), Kind.JS)])
    assert len([f for f in report.findings if f.port == 9001]) == 1


def test_what_a_call_was_seen_to_be_given_is_told_beside_what_is_known() -> None:
    page = b'<html><head><meta name="p" content="9101"></head><body><button id="a"></button><button id="b"></button>'
    page += b'<script src="a.js"></script></body></html>'
    code = (
        "const h=location.hostname,open=u=>new WebSocket(u),on=(i,f)=>document.getElementById(i).onclick=f;"
        'on("a",()=>open(`ws://${h}:${document.querySelector("meta[name=p]").content}/live`));'
        'on("b",async()=>{const d=await(await fetch("/l")).json();open(`ws://${d.host??h}:${d.port??9118}/ans`)})'
    )
    sources = [(Source("index.html", page), Kind.COMPONENT), (Source("a.js", code.encode()), Kind.JS)]
    assert {f.port for f in analyse(sources).findings if f.port} == {9101, 9118}


def test_an_insecure_scheme_where_nobody_answers() -> None:
    code = (
        'const W=new Map([["w",self["Web"+"Socket"]]]);'
        'fetch("/c").then(()=>console.log(1),()=>new(W.get("w"))("ws://"+location.host+"/x"))'
    )
    report = analyse([(Source("a.js", code.encode()), Kind.JS)])
    assert [f.rule_id for f in report.findings] == ["socket-insecure-scheme"]


def test_a_property_of_the_window_that_throws_is_passed_over() -> None:
    code = (
        'Object.defineProperty(window,"late",{get(){return missing},enumerable:true});'
        'window.App={get x(){throw 1},go(){new(self["Web"+"Socket"])("ws://"+location.hostname+":"+["90","01"].join(""))}}'
    )
    assert [f.port for f in _findings(code)] == [9001]


def test_a_port_out_of_json_is_pointed_at() -> None:
    code = (
        'const c=JSON.parse(JSON.stringify({push:{port:4188,path:"/p"},size:90}));'
        '[WebSocket].map(W=>new W("ws://"+location.hostname+":"+c.push.port+c.push.path))'
    )
    (found,) = _findings(code)
    assert (found.port, found.excerpt[found.excerpt_start : found.excerpt_end]) == (4188, "4188")


@pytest.mark.parametrize(
    ("code", "port"),
    [
        ('const n=(window.io||window.iob).connect;n("http://"+location.hostname+":8081")', 8081),
        ('const c=[Stomp];c.map(s=>s.client("ws://"+location.hostname+":15674/ws"))', 15674),
        ('const a=["http://"+location.hostname+":9000/ns"];[io].map(f=>f.apply(void 0,a))', 9000),
        ('[io].map(f=>f.bind(null,"http://"+location.hostname+":9001")())', 9001),
        ('if(io)["http://"+location.hostname+":3100"].forEach(u=>[io].map(f=>f(u)))', 3100),
    ],
)
def test_a_client_that_another_script_gives_the_page(code: str, port: int) -> None:
    assert [(f.rule_id, f.port) for f in _findings(code)] == [("socket-hardcoded-port", port)]


def test_a_page_on_the_port_that_is_asked_for() -> None:
    dev = 'const k=["localhost","9"].join(":")+"010",at=location.port==="4310"?k:location.host;'
    code = dev + '[WebSocket].map(W=>new W("ws://"+at+"/x"))'
    assert [(f.rule_id, f.port) for f in _findings(code)] == [("socket-local-host", 9010)]


@pytest.mark.parametrize(
    ("code", "ports"),
    [
        ('const q=new URLSearchParams(location.search);if(q.get("room"))open(q.get("host")||p,"/a")', [9001]),
        ('const n=parseInt(localStorage.getItem("n"),10);if(Number.isInteger(n))open(p,"/a")', [9001]),
    ],
)
def test_what_is_granted_where_scripts_have_a_value_or_want_a_number(code: str, ports: list[int]) -> None:
    assert [f.port for f in _findings(f"{CALL}{JOINED};{code}")] == ports


def test_a_request_to_an_address_out_of_bytes() -> None:
    code = (
        "function read(b){const v=new DataView(b.buffer);"
        'return{host:Array.from(b.subarray(0,4)).join("."),port:v.getUint16(4)}}'
        "const{host:h,port:p}=read(Uint8Array.of(192,168,40,17,0x1f,0x49));fetch(`http://${h}:${p}/registers`)"
    )
    assert [(f.rule_id, f.host, f.port) for f in _findings(code)] == [("http-local-host", "192.168.40.17", 8009)]


@pytest.mark.parametrize("name", ["[Symbol.toPrimitive]", "toString"])
def test_an_object_that_has_a_text_of_its_own(name: str) -> None:
    code = (
        f'class A{{constructor(p){{this.p=p}}{name}(){{return"ws://"+location.hostname+":"+this.p+"/s"}}}}'
        'const at={"a":new A(8*1e3+531)};["a"].map(k=>new WebSocket(at[k]))'
    )
    assert [(f.rule_id, f.port) for f in _findings(code)] == [("socket-hardcoded-port", 8531)]


LARGE_BUNDLES = [
    ("const{protocol:a,hostname:b}=window.location;", "fetch(`${a}//${b}:5080/prices`)"),
    ('const k={port:5080},u=new URL("/",location.origin);', 'fetch(Object.assign(u,{port:k.port,pathname:"/prices"}))'),
    ("const at=p=>{const u=new URL(location.href);u.port=String(p);return u};", "fetch(at(5080))"),
    ("const at=(s,h,p)=>`${s}://${h}:${p}/prices`;", 'fetch(at("http",location.hostname,5080))'),
]


@pytest.mark.parametrize(("before", "after"), LARGE_BUNDLES)
def test_a_request_of_a_large_bundle_whose_address_is_put_together(before: str, after: str) -> None:
    code = before + "var f=1;" * 15_000 + after
    assert [(f.rule_id, f.port) for f in _findings(code)] == [("http-hardcoded-port", 5080)]
