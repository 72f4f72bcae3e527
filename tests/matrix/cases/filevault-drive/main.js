// File manager: uploads through an axios instance at the own origin, document editing over y-websocket at a fixed port.
// env: VITE_COLLAB_PORT=4445
import { uploadPending } from './src/upload.js';
import { openDocument } from './src/document.js';

uploadPending([{ name: 'plan.md', size: 20480, chunk: 5242880 }]);
openDocument('7f3c2b9e');
