// keep: dashboard widgets with fixed-port streams exist, but the layout enables only those that use the page's own origin.
import { Registry } from './registry.js';
import { hiveScale } from './widgets/hive-scale.js';
import { thermalCamera } from './widgets/thermal-camera.js';

const registry = new Registry();
registry.add(hiveScale);
registry.add(thermalCamera);

const layout = { columns: 3, widgets: [{ type: 'hive-scale', hive: 7 }] };
registry.mount(layout, document.getElementById('root'));
