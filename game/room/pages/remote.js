/* The facilitator's remote. What it is told: game/room/remote_view.py; its buttons: game/room/buttons.py. */
/* Words are marked, _('…'): see game/language/pages.py. */
(() => {
'use strict';
const $ = name => document.getElementById(name);
const KEY = 'coffee-first/remote';
const DEAF = _('The laptop does not hear this phone now. Its keys do the same.');
const HELD = 600, STALE = 400; // ms: a double tap is one tap; words that have just changed are not meant
let view = null, got = 0, secret = '', n = 0, where = '', state = '';
let up = false, paired = false, socket = null, tries = 0, unopened = 0, polling = false, asking = false, retry = 0;
let heard = 0, pinged = 0, tried = 0, flipped = 0, advised = '', advisedAt = 0, armed = null, armedAt = 0, disarming = 0;
const pending = new Map(), outbox = [];
try { secret = localStorage.getItem(KEY) || ''; } catch (e) { /* kept in memory, then */ }

/* small things */
const put = (element, text) => { if (element.textContent !== text) element.textContent = text; };
const show = (element, yes) => { if (element.hidden === Boolean(yes)) element.hidden = !yes; return yes; };
const tell = (group, text) => put($('why-' + group), text);
const live = text => { put($('live'), ''); setTimeout(() => put($('live'), text), 60); };
function made(kind, parent, name) {
  const element = document.createElement(kind);
  if (name) element.className = name;
  if (kind === 'button') element.type = 'button';
  if (parent) parent.appendChild(element);
  return element;
}
/* Rows stay the same elements while they say the same, so that neither a finger nor a focus loses them. */
function rows(list, items, key, make, fill) {
  const old = {};
  Array.from(list.children).forEach(row => { old[row.key] = row; });
  let at = list.firstElementChild;
  items.forEach((item, number) => {
    const name = key(item, number);
    let row = old[name];
    if (row) delete old[name];
    else { row = make(item); row.key = name; }
    if (row === at) at = at.nextElementSibling;
    else list.insertBefore(row, at);
    row.item = item;
    fill(row, item, number);
  });
  Object.keys(old).forEach(name => {
    const lost = old[name].contains(document.activeElement);
    old[name].remove();
    if (lost) (list.hasAttribute('tabindex') ? list : $('next')).focus();
  });
}

/* asking */
const moves = what => ['next', 'back', 'go', 'take'].includes(what);
function busy(button) {
  let found = false;
  pending.forEach(each => { if (each.button === button || (each.moves && button.moves)) found = true; });
  return found;
}
function paint() {
  document.querySelectorAll('#room button').forEach(button => {
    if (!up || button.off || busy(button)) button.setAttribute('aria-disabled', 'true');
    else button.removeAttribute('aria-disabled');
  });
}
function ask(button, group, message) {
  if (busy(button)) return;
  if (!up || button.off) { tell(group, up ? button.off : DEAF); return; }
  tell(group, '');
  n += 1;
  pending.set(n, { button, group, at: Date.now(), moves: moves(message.what) });
  send(Object.assign({ is: 'do', n }, message));
  paint();
}
function answered(message) {
  const each = pending.get(message.n);
  if (!each) return;
  tell(each.group, message.ok ? '' : message.why);
  setTimeout(() => { pending.delete(message.n); paint(); if (view) render(); }, Math.max(0, HELD - (Date.now() - each.at)));
}
/* What cannot be taken back wants a second tap, and not the second of a double tap. */
function sure(button, group, words) {
  if (armed === button) {
    if (Date.now() - armedAt < HELD) return false;
    disarm();
    return true;
  }
  disarm();
  armed = button;
  armedAt = Date.now();
  button.classList.add('armed');
  put(button, words[0]);
  tell(group, words[1]);
  disarming = setTimeout(disarm, 10000);
  return false;
}
function disarm() {
  clearTimeout(disarming);
  if (!armed) return;
  armed.classList.remove('armed');
  tell(armed.group, '');
  armed = null;
  if (view) render();
}
function pressed(button) {
  const each = button.item;
  if (each.id === 'rule' && !each.off) {
    button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
    render();
    return;
  }
  if (up && each.id === 'next' && Date.now() - flipped < STALE) { tell('main', _('What is suggested has just changed. Look again.')); return; }
  if (up && !each.off && each.sure && !sure(button, button.group, each.sure)) return;
  ask(button, button.group, each.do);
}
function button(group, parent, message) {
  const one = made('button', parent);
  one.addEventListener('click', () => ask(one, group, message()));
  return one;
}
function group(name) {
  rows($('g-' + name), view.buttons[name], each => each.id, each => {
    const one = made('button');
    one.id = each.id;
    one.group = name;
    one.addEventListener('click', () => pressed(one));
    return one;
  }, (one, each) => {
    one.off = each.off || '';
    one.moves = moves(each.do.what);
    if (armed !== one) {
      if (each.id === 'next' && one.textContent && one.textContent !== each.says && where === view.step + view.moment) flipped = Date.now();
      put(one, each.says);
    }
    if (each.label) one.setAttribute('aria-label', each.label);
    if ('on' in each) one.setAttribute('aria-pressed', String(each.on));
    if (each.id === 'rule' && !one.hasAttribute('aria-expanded')) { one.setAttribute('aria-expanded', 'false'); one.setAttribute('aria-controls', 'arrange'); }
  });
}

/* what is shown */
function clock() {
  if (!view) return;
  const gone = (Date.now() - got) / 1000;
  const plan = view.minutes - Math.floor(((view.elapsed || 0) + (view.elapsed === null ? 0 : gone)) / 60);
  const here = view.here, over = -plan;
  put($('here'), view.elapsed === null ? _('{here} here · {plan} min planned') : plan < 0 ? _('{here} here · {over} min over') : _('{here} here · {plan} min left'));
  let left = '';
  if (view.left !== null) {
    const seconds = Math.ceil(view.left - gone);
    const time = Math.floor(seconds / 60) + ':' + ('0' + seconds % 60).slice(-2);
    left = seconds > 0 ? _('{time} offered') : _('the time offered is over');
  }
  put($('when'), [view.time, left].filter(Boolean).join(' · '));
}
function bars() {
  const taking = view.step === 'reveal', two = view.round === 2;
  const all = ['vote', 'talk', 'second', 'reveal'].includes(view.step) ? view.choices : [];
  show($('votes'), all.length);
  put($('only'), taking ? _('Tap the way it goes') : _('Only you see this'));
  put($('voted'), view.votes);
  put($('moves'), view.moves);
  const most = Math.max(1, ...all.map(each => Math.max(each.first, each.second)));
  rows($('bars'), all, each => each.id + taking, () => {
    const item = made('li'), row = taking ? button('bars', item, () => ({ what: 'take', choice: item.item.id })) : made('div', item);
    row.className = 'row';
    row.moves = true;
    if (taking) put(made('span', row, 'unseen'), _('Take') + ' ');
    const bar = name => made('i', made('span', made('span', row, 'bar ' + name)));
    item.parts = [made('b', row), made('span', made('span', row, 'text')), made('em', row.lastChild), bar('before'), made('small', row), bar('now'), made('span', row, 'num')];
    return item;
  }, (item, each) => {
    const [letter, text, mark, before, first, now, last] = item.parts, count = two ? each.second : each.first;
    put(letter, each.letter);
    put(text, each.label || each.text);
    put(mark, each.tempting ? _('tempting') : '');
    show(before.parentNode.parentNode, two);
    show(first, two);
    before.style.width = 100 * each.first / most + '%';
    now.style.width = 100 * count / most + '%';
    const earlier = each.first;
    put(first, _('first {earlier}'));
    put(last, String(count));
  });
}
function picks(box, name, items) {
  rows(box, items, each => each.name, each => {
    const label = made('label', null, 'pick'), input = label.input = made('input', label);
    input.type = name ? 'radio' : 'checkbox';
    input.name = name || each.name;
    put(made('span', label), each.says);
    input.addEventListener('change', () => {
      ask(input, 'arrange', name ? { what: 'arrange', name, value: each.name } : { what: 'arrange', name: each.name, value: input.checked });
      if (!busy(input)) render();
    });
    return label;
  }, (label, each) => { if (!busy(label.input)) label.input.checked = each.on; });
}
function arranging() {
  const now = view.arrange;
  if (!show($('arrange'), $('rule').getAttribute('aria-expanded') === 'true')) return;
  const worded = (words, value) => Object.keys(words).map(name => ({ name, says: words[name], on: name === value }));
  picks($('rules'), 'rule', worded(now.rules, now.rule));
  picks($('ties'), 'tie', worded(now.ties, now.tie));
  picks($('asks'), '', now.asks);
  if (show($('tables'), now.tables !== null) && document.activeElement !== $('table-count')) $('table-count').value = now.tables;
}
function texts() {
  put($('typed-how'), view.said_how);
  show($('typed'), view.step === 'say' || view.said.length);
  const next = $(view.step === 'say' ? 'notes' : 'script');
  if ($('typed').nextElementSibling !== next) $('room').insertBefore($('typed'), next);
  rows($('said'), view.said, each => each.person + each.moment, () => {
    const item = made('li', null, 'said'), which = more => Object.assign({ person: item.item.person, moment: item.item.moment }, more);
    item.parts = [made('p', item), made('p', item, 'small')];
    item.parts.push(button('said', item, () => which({ what: 'let', show: !item.item.shown, text: item.item.text })), button('said', item, () => which({ what: 'remove' })));
    return item;
  }, (item, each) => {
    const [text, how, pass, gone] = item.parts;
    const words = each.text;
    put(text, _('“{words}”'));
    put(how, each.shown ? _('The room sees this, without a name') : _('Only you see this'));
    put(pass, each.shown ? _('Hide') : _('Show'));
    put(gone, _('Remove'));
    [pass, gone].forEach(one => one.setAttribute('aria-label', one.textContent + ': ' + each.text));
  });
}
function lists() {
  show($('people'), view.names.length);
  const many = view.names.length;
  put($('people-head'), _('Names ({many})'));
  rows($('names'), view.names, each => each.person, each => {
    const item = made('li', null, 'name');
    item.name = made('span', item);
    item.gone = button('names', item, () => ({ what: 'remove', person: each.person, moment: -1 }));
    put(item.gone, _('Remove'));
    return item;
  }, (item, each) => { put(item.name, each.name); const name = each.name; item.gone.setAttribute('aria-label', _('Remove the name {name}')); });

  show($('asking'), view.questions.length);
  rows($('questions'), view.questions, (each, at) => at, () => {
    const item = made('li');
    item.one = button('ask', item, () => ({ what: 'ask', question: item.key }));
    item.parts = [made('b', item.one), made('span', item.one)];
    return item;
  }, (item, each) => {
    put(item.parts[0], each.stage);
    put(item.parts[1], each.text);
    item.one.setAttribute('aria-current', String(each.on));
  });

  show($('script'), view.told.length);
  rows($('told'), view.told, (each, at) => at, () => made('p', null, 'serif'), (line, each) => put(line, (each.who && each.who + ': ') + each.text));

  if (!show($('hands'), view.hands)) return;
  rows($('fingers'), view.choices, each => view.moment + '/' + view.round + each.id, each => {
    const label = made('label'), input = label.input = (put(made('span', label), each.letter), made('input', label));
    input.inputMode = 'numeric';
    input.maxLength = 4;
    input.autocomplete = 'off';
    input.value = each.hands || '';
    return label;
  }, () => {});
}
function render() {
  document.title = (view.blank ? _('Dark') + ' · ' : '') + view.headline + ' · ' + _('Remote') + ' · Coffee First';
  put($('kick'), view.kick);
  put($('scene'), view.headline);
  clock();
  show($('dark'), view.blank);
  if (show($('trouble'), view.trouble)) put($('trouble'), view.trouble);
  bars();
  if (show($('advice'), view.advice)) put($('advice'), view.advice);
  ['main', 'take', 'small', 'more', 'end'].forEach(group);
  arranging();
  texts();
  lists();
  if (show($('notes'), view.notes)) put($('notes-text'), view.notes);
  show($('ending'), view.ending);
  put($('ending-how'), view.ending);
  const { connected, here, word } = view;
  put($('foot'), _('{connected} of {here} phones awake · room word {word}'));
  paint();
  told();
}
/* What a screen reader is told: the step, the blank screen, a vote that closes; never each vote. */
function told() {
  const here = view.step + view.moment, now = view.blank + '/' + view.open;
  if (where !== here) {
    where = here;
    advised = view.advice;
    disarm();
    document.querySelectorAll('#room .why').forEach(each => put(each, ''));
    const next = view.buttons.main[0].says;
    live([view.kick, view.headline, view.step === 'reveal' && view.results, view.moves, view.advice, _('Next: {next}')].filter(Boolean).join('. '));
  } else if (state !== now) {
    const turned = state.split('/')[0] !== String(view.blank);
    const results = view.results;
    live(turned ? view.blank ? _('The screen in front is dark.') : _('The screen in front is light again.') : view.open ? _('The vote is open.') : _('The vote is closed: {results}.'));
  }
  state = now;
  if (view.advice !== advised) { advised = view.advice; advisedAt = Date.now(); }
}

/* the line to the laptop */
function hear(message) {
  heard = Date.now();
  if (message.secret) {
    secret = message.secret;
    try { localStorage.setItem(KEY, secret); } catch (e) { /* likewise */ }
  }
  if (message.is === 'pairing') {
    paired = false;
    view = null;
    where = '';
    well();
    put($('code'), message.code.slice(0, 3) + ' ' + message.code.slice(3));
    show($('pair'), true);
    show($('room'), false);
    put($('here'), '');
  } else if (message.is === 'view') {
    view = message.remote;
    if (view.language !== document.documentElement.lang) { location.reload(); return; }
    got = heard;
    well();
    show($('pair'), false);
    show($('room'), true);
    render();
    if (!paired) { paired = true; awake(); }
  } else if (message.is === 'ack') answered(message);
  else if (message.is === 'busy') failed(n_('Too much at once. Try again in {n} second.', 'Too much at once. Try again in {n} seconds.', message.seconds));
  else if (message.is === 'no') { if (socket) socket.drop(); broken(message.why); }
}
function failed(why) {
  pending.forEach(each => tell(each.group, why));
  pending.clear();
  paint();
}
function well() {
  tries = unopened = 0;
  if (up) return;
  up = true;
  show($('line'), false);
  document.querySelectorAll('.why').forEach(each => { if (each.textContent === DEAF) put(each, ''); });
  paint();
}
function broken(words) {
  up = false;
  failed(_('The line broke before an answer came. Look whether it was done.'));
  show($('line'), true);
  put($('line-words'), words || (view && view.step === 'closed' ? _('The room is closed, and the laptop answers no more.') : navigator.onLine === false ? _('This phone has no network. It looks for the laptop by itself.') :
    _('No line to the laptop: the Wi-Fi let this phone go, or the laptop sleeps. Nothing is lost; its keys do the same. Trying again.')));
}
function send(message) {
  if (socket && socket.readyState === 1) socket.send(JSON.stringify(message));
  else { outbox.push(message); turn(); }
}
function connect() {
  clearTimeout(retry);
  tried = Date.now();
  let spoke = false, over = false;
  const line = new WebSocket((location.protocol === 'https:' ? 'wss://' : 'ws://') + location.host + '/ws');
  const limit = setTimeout(() => { if (!spoke) line.drop(); }, 8000);
  line.drop = () => {
    if (over) return;
    over = true;
    clearTimeout(limit);
    line.onmessage = null;
    line.close();
    if (socket === line) socket = null;
    if (!spoke) unopened += 1;
    if (!polling) { broken(); polling = unopened > 1; if (polling) turn(); else again(); }
  };
  if (!polling) socket = line;
  line.onopen = () => line.send(JSON.stringify({ is: 'hello', role: 'remote', secret, word: '' }));
  line.onmessage = event => {
    if (!spoke) { spoke = true; socket = line; polling = false; }
    hear(JSON.parse(event.data));
  };
  line.onclose = line.onerror = line.drop;
}
function again() {
  clearTimeout(retry);
  retry = setTimeout(polling ? turn : connect, polling && up ? 2000 : 1000 * Math.min(8, Math.pow(2, tries)));
  tries += 1;
}
/* Where no socket gets through: ask, and ask again. It also renews the number of a phone that waits. */
function turn() {
  if (asking) return;
  asking = true;
  const say = outbox.splice(0, 20), stop = new AbortController(), limit = setTimeout(() => stop.abort(), 8000);
  fetch('/turn', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, signal: stop.signal,
    body: JSON.stringify({ role: 'remote', secret, word: '', seen: -1, say })
  }).then(answer => answer.json()).then(answer => {
    if (polling) well();
    answer.messages.forEach(hear);
  }).catch(() => { if (polling) broken(); }).then(() => {
    clearTimeout(limit);
    asking = false;
    if (outbox.length) turn();
    else if (polling) { again(); if (Date.now() - tried > 30000) connect(); }
  });
}
function wake() {
  if (document.visibilityState === 'hidden') return;
  awake();
  if (socket && socket.readyState === 1) {
    // a phone that slept may hold a line that is long dead: it is asked, and given three seconds
    const line = socket, asked = Date.now();
    line.send('{"is":"ping"}');
    setTimeout(() => { if (heard < asked) line.drop(); }, 3000);
  } else if (!up) {
    tries = 0;
    if (polling) turn();
    if (!socket) connect();
  }
}
function awake() {
  if (paired && navigator.wakeLock) navigator.wakeLock.request('screen').catch(() => { /* a courtesy */ });
}
setInterval(() => {
  const now = Date.now();
  clock();
  // advice may change with each vote; it is said once it has stood for a while
  if (advisedAt && now - advisedAt > 2500) { advisedAt = 0; if (advised && view) live(advised + ' ' + view.results + '.'); }
  pending.forEach(each => { if (now - each.at > 4000) tell(each.group, _('The laptop has not answered yet.')); });
  if (!socket || socket.readyState !== 1) return;
  if (pinged > heard) { if (now - pinged > 8000) socket.drop(); }
  else if (now - pinged > 20000) {
    pinged = now;
    socket.send('{"is":"ping"}');
    if (!paired) turn();
  }
}, 1000);
['online', 'pageshow'].forEach(each => window.addEventListener(each, wake));
window.addEventListener('offline', () => { if (socket) socket.drop(); });
document.addEventListener('visibilitychange', wake);
$('again').addEventListener('click', wake);

$('tables').addEventListener('submit', event => {
  event.preventDefault();
  const typed = $('table-count').value.trim();
  if (/^[0-9]+$/.test(typed)) ask($('set'), 'arrange', { what: 'arrange', name: 'tables', value: Number(typed) });
  else tell('arrange', _('That is no number.'));
});
$('count').addEventListener('submit', event => {
  event.preventDefault();
  const counts = {};
  let wrong = '';
  Array.from($('fingers').children).forEach(label => {
    const typed = label.input.value.trim();
    if (!/^[0-9]*$/.test(typed)) wrong = label.item.letter;
    counts[label.item.id] = Number(typed);
  });
  if (wrong) tell('hands', _('Beside {wrong} stands no number.'));
  else ask($('keep'), 'hands', { what: 'hands', counts });
});
document.addEventListener('click', event => { if (armed && !armed.contains(event.target)) disarm(); }, true);
document.addEventListener('keydown', event => { if (event.key === 'Escape') disarm(); });
connect();
})();
