import { App } from './app.js';
import { readChoice } from './preferences.js';
import { Session } from './session.js';
import { html, render } from './vnode.js';

const session = new Session(readChoice(location.search, localStorage), localStorage);
const root = document.getElementById('root');
if (!root) throw new TypeError('index.html has no #root');

render(html`<${App} session=${session} />`, root);
session.connect();
