// Socket.IO 2: io(url) and io.connect(":port").
import io from "socket.io-client-2";

io(`http://${location.hostname}:9000/old`);
io.connect(":9001");
io("/same");
