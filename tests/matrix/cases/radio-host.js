// Regular expressions turn the page's address into those of the studio feed (8090) and the playlist service (8091).
var STUDIO = {
    feed: 8090,
    playlist: 8091
};

var PAGE = /^http(s?):\/\/([^\/:]+)(?::\d+)?\/.*$/;

function feedAddress(href) {
    return href.replace(PAGE, 'ws$1://$2:' + STUDIO.feed + '/onair');
}

function stripPort(origin) {
    return origin.replace(/:\d+$/, '');
}

function playlistAddress(show) {
    return stripPort(window.location.origin) + ':' + STUDIO.playlist + '/shows/' + show.replace(/\s+/g, '-').toLowerCase();
}

function getJSON(url, done) {
    var xhr = new XMLHttpRequest();
    xhr.open('GET', url, true);
    xhr.onload = function () {
        try {
            done(JSON.parse(xhr.responseText));
        } catch (e) {
            done(null);
        }
    };
    xhr.onerror = function () {
        done(null);
    };
    xhr.send();
}

var onAir = document.createElement('strong');
if (document.body) document.body.appendChild(onAir);

var feed = new WebSocket(feedAddress(window.location.href));
feed.onmessage = function (event) {
    var match = /^(\d\d:\d\d)\s+(.*)$/.exec(event.data);
    if (match) onAir.innerText = match[2] + ' since ' + match[1];
};

setTimeout(function () {
    getJSON(playlistAddress('Morning Drive'), function (list) {
        if (list && list.length) onAir.title = list[0].title;
    });
}, 30);
