import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';

import { render } from 'solid-js/web';
import { bridgeOf } from './app/bridge.ts';
import { Root } from './app/Root.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
render(() => <Root bridge={bridgeOf(window)} />, root);
