// jQuery: ajax with a url option, get with a URL.
import $ from "jquery";

$.ajax({ url: "http://" + location.hostname + ":8000/ajax", method: "POST" });
$.get(`http://127.0.0.1:8001/get`);
$.getJSON("/own.json");
