export default `
; Iris ledger, settings of the installation

[app]
title = Iris
currency = EUR

[stream]
host = @page
port = 9550
path = /ledger/stream
retry = 3000

[export]
folder = /srv/iris/out
batch = 8200
`
