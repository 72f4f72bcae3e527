// Monitoring UI: queries and a live tail through the page's own proxy path; the URLs of the data sources are what the
// server says about them, and the examples in the texts.
// page: __matrix.answers["/api/datasources"] = [{ "uid": "p1", "url": "http://localhost:9090", "type": "prometheus" }]
// keep: all through the page's own proxy
import { createRoot } from 'react-dom/client';
import { Board } from './Board';

createRoot(document.getElementById('root')).render(<Board refresh={4000} />);
