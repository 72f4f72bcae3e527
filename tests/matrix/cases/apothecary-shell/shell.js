export const SHELL = `
<header><h1>{{title}}</h1></header>
<nav>{{#counters}}<a href="#{{name}}">{{name}}</a>{{/counters}}</nav>
<ul data-list="orders"></ul>
<script type="application/json" id="shell-state">
  {"locale": "{{locale}}", "printer": {"model": "{{printer.model}}", "port": {{printer.port}}},
   "gateway": {"origin": "//{host}:{{gateway.port}}", "namespace": "/{{gateway.namespace}}"}}
</script>`;
