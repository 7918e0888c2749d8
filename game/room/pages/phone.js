'use strict';
// A screen is a function of what the laptop said (c, own) and what was tapped here (slots). All stays below 30 kB.
// Words are marked: _('…'), n_('one', 'many', count); see game/language/pages.py.
(() => {
const $ = id => document.getElementById(id), now = Date.now, main = $('main'), KEY = 'coffee-first';
const store = value => {  // a phone may refuse to keep anything
 try { return value ? localStorage[KEY] = value : localStorage[KEY]; } catch (e) { return ''; }
};
let word = location.pathname.slice(3), secret, c, own, refusal, came, seen, screen;
let slots = {}, flying = {}, notes = {}, draft, sure, place, n = now();
let line, up, asking, polling, stopped, failed = 0, tries = 0, downAt = now(), heard, pinged = 0, quiet, dialled, retry, turn;

// the line to the laptop

function attempt() {
 clearTimeout(retry);
 if (!up && !line && !asking) failed < 2 ? dial() : ask();
}
function hello() {
 secret = store() || secret;
 return {is: 'hello', role: 'phone', secret, word};
}
function dial() {
 let answered;
 dialled = now();
 const mine = line = new WebSocket(location.origin.replace('http', 'ws') + '/ws'), late = setTimeout(() => drop(mine), 6000);
 mine.onopen = () => send(hello());
 mine.onmessage = ({data}) => {
  if (line !== mine) return;
  if (!answered) { clearTimeout(late); clearTimeout(turn); answered = true; polling = false; failed = 0; flying = {}; }
  hear(JSON.parse(data));
 };
 mine.onclose = ({code}) => {
  clearTimeout(late);
  if (line !== mine) return;
  line = null;
  if (!answered) failed++;
  if (up) stopped = code === 1001 || code === 1012;
  if (!polling) failed > 1 ? ask() : lost();
 };
}
function drop(which) {  // a dead network does not even say goodbye
 if (which && line === which) { which.onclose({}); which.close(); }
}
function ask() {
 clearTimeout(turn);
 if (asking) return;
 asking = true;
 const stop = new AbortController(), late = setTimeout(() => stop.abort(), 8000);
 const say = now() < quiet ? [] : Object.keys(slots).map(kind => flying[kind] = slots[kind]);
 fetch('/turn', {method: 'POST', signal: stop.signal, body: JSON.stringify({...hello(), seen, say})}).then(answer => answer.json()).then(({messages, rev}) => {
  messages.forEach(hear);
  seen = rev;
  if (!refusal) turn = setTimeout(ask, 2000);
  if (!line && !refusal && (!polling || now() - dialled > 30000)) dial();
  asking = false; polling = true;
 }).catch(() => { asking = polling = false; failed = 1; lost(); }).then(() => clearTimeout(late));
}
function lost() {
 if (up) { up = false; downAt = now(); tries = 0; }
 flying = {};
 clearTimeout(retry);
 if (!refusal) retry = setTimeout(attempt, (900 + 200 * Math.random()) * [1, 2, 4, 8][Math.min(tries++, 3)]);
 show();
}
function wake() {  // after a sleep, at a tap, now and then: is the laptop there?
 if (document.hidden || refusal) return;
 if (!up) return attempt();
 const at = now(), mine = line;
 if (at - pinged < 5000 || !send({is: 'ping'})) return;
 pinged = at;
 setTimeout(() => heard < at && drop(mine), 5000);
}
const send = message => line && line.readyState === 1 && !line.send(JSON.stringify(message));

// what is said

function put(is, message) {
 slots[is] = {is, n: ++n, ...message};
 notes = {};
 flush(); show();
}
function flush() {
 if (!up || now() < quiet) return;
 for (const is in slots) {
  if (polling) return ask();
  if (!flying[is] && send(slots[is])) flying[is] = slots[is];
 }
}
function hear(m) {
 heard = now();
 if (m.is === 'welcome') {
  const other = store();
  if (other && other !== secret) return drop(line);  // a second tab was quicker
  store(secret = m.secret);
 } else if (m.is === 'view') {
  if (flying.vote) flying.vote.old = m.own.chose !== own.chose;
  if (own && own.typed && !m.own.typed) draft = '';
  c = m.common; own = m.own;
  if (c.language !== document.documentElement.lang) return location.reload(); seen = m.rev; came = heard; refusal = null; up = true;
  if (c.word !== word) history.replaceState(null, '', '/j/' + (word = c.word));
  const at = c.step + c.moment;
  if (at !== place) { place = at; notes = {}; draft = sure = undefined; delete slots.type; }
  settle(); flush();
 } else if (m.is === 'voted' && c) {
  c.voted = m.voted; c.voters = m.voters; c.here = m.here;
  if ('open' in c) c.open = m.open;
 } else if (m.is === 'ack') answered(m);
 else if (m.is === 'busy') {
  quiet = heard + m.seconds * 1000; flying = {};
  setTimeout(flush, m.seconds * 1001);
 } else if (m.is === 'no') {
  refusal = m; up = false;
  if (!m.ask && line) { const mine = line; line = null; mine.close(); }
 }
 show();
}
function answered(m) {
 for (const is in flying) {
  const sent = flying[is];
  if (sent.n !== m.n) continue;
  delete flying[is];
  if (slots[is] && slots[is].n === m.n) delete slots[is];
  if (!m.ok) notes[is] = m.why;
  else if (is === 'name') { own.name = sent.name; own.table = sent.table; }
  else if (is === 'type') own.typed = sent.text;
  else if (here(sent) && !sent.old) { own.chose = sent.choice; own.how_sure = sent.sure; }
 }
 flush();
}
const here = vote => vote && 'open' in c && vote.moment === c.moment && vote.round === c.round;
function settle() {  // what a break has made too late is not sent
 const vote = slots.vote;
 if (vote && !here(vote)) {
  delete slots.vote;
  if (vote.moment === c.moment && vote.choice !== (vote.round < c.round ? own.chose_first : own.chose)) notes.late = _('Your last vote came too late. The network lost it, not you.');
 }
}

// making and mending a page

function h(tag, ...inside) {  // h('p.small', {id: 'x'}, 'text', node, [more])
 const [name, look] = tag.split('.');
 const node = document.createElementNS('http://www.w3.org/' + (/svg|use|path/.test(name) ? '2000/svg' : '1999/xhtml'), name);
 if (look) node.setAttribute('class', look);
 for (const each of inside.flat(9)) {
  if (!each) continue;
  if (each.constructor !== Object) node.append(each);
  else for (const key in each) {
   if (/value|checked/.test(key)) node[key] = each[key];
   else if (key === 'width') node.style.width = each.width;
   else node.setAttribute(key, each[key]);
  }
 }
 return node;
}
function mend(old, made) {  // the focus and what was typed stay
 if (old.nodeName !== made.nodeName || old.id !== made.id) return old.replaceWith(made);
 if (old.nodeType === 3) return old.data === made.data || (old.data = made.data);
 for (const name of ['class', 'role', 'href', 'disabled']) made.hasAttribute(name) ? old.setAttribute(name, made.getAttribute(name)) : old.removeAttribute(name);
 old.style.width = made.style.width;
 if (old.type === 'radio') old.checked = made.checked;
 fill(old, [...made.childNodes]);
}
function fill(old, made) {
 const before = [...old.childNodes];
 made.forEach((node, i) => before[i] ? mend(before[i], node) : old.append(node));
 before.slice(made.length).forEach(node => node.remove());
}
const icon = (name, look) => h('svg.' + (look || 'icon ' + name), {'aria-hidden': 'true'}, h('use', {href: '#' + name}));
const p = (look, ...text) => h('p.' + look, {dir: 'auto'}, text);
const head = (text, look) => h('h1.' + (look || ''), {id: 'head', tabindex: -1, dir: 'auto'}, text);
const button = (text, act, look) => h('button.button ' + (look || ''), act && {type: 'button', id: act}, text);
const status = (text, bad, done) => h('p.status ' + (bad ? 'bad' : ''), {role: 'status'}, done && icon('tick'), text);
const sent = (is, done) => notes[is] || slots[is] ? status(notes[is] || ((!up || now() < quiet) && _('It has not arrived yet. It will be sent again.')), 1) : status(done, 0, done);
const radio = (name, value, checked) => h('input', {type: 'radio', name, id: name + value, value, checked});
const field = (tag, id, ask, more, inside) => [h('label.over', {for: id}, ask), h(tag + '.field', {id, autocomplete: 'off', ...more}, inside)];

// screens

const kicker = what => { const moment = c.moment + 1; return p('kicker', _('Moment {moment} · {what}')); };
const choice = id => c.choices.find(each => each.id === id) || {};
const quoted = words => _('“{words}”');
const said = ({who, text}) => who && !/^[“«„]/.test(text) ? quoted(text) : text;
const mine = () => here(slots.vote) ? slots.vote.choice : own.chose;
const chose = (id, first) => {
 const {letter} = choice(id), {table} = own, before = choice(first).letter, all = c.tables && table;
 return before ? all ? _('Table {table} chose {letter}, after {before}') : _('You chose {letter}, after {before}') : all ? _('Table {table} chose {letter}') : _('You chose {letter}');
};
const script = () => c.told.map(({who, text}) => p('lead', who && h('b', who, ': '), text));
const again = () => h('details', h('summary', _('Read it again')), script(), (c.choices || []).map(({letter, text}) => p('lead', h('b', letter, ' '), text)));
const offered = () => {
 const left = Math.round(c.left - (now() - came) / 1000);
 const time = `${left / 60 | 0}:${String(left % 60).padStart(2, 0)}`;
 return left > 0 ? _('{time} left, or as long as you need') : _('Take the time you need');
};
const clock = () => c.left !== null && h('p.small', {id: 'clock', role: 'timer'}, offered());
function form() {  // a name only if asked, a table only if tables vote
 const lobby = c.step === 'lobby', names = lobby && c.names;
 return (names || c.tables && (lobby || !own.table)) && h('form.rule', {id: 'form'},
  names && field('input', 'name', _('A name, if you like'), {maxlength: 40, placeholder: _('nobody will ask for it'), value: own.name}),
  c.tables && field('select', 'table', _('The table where you sit'), {}, count(c.tables + 1, i => h('option', {value: i}, i === own.table && {selected: ''}, i || _('choose')))),
  button(_('Ready')), sent('name', (own.name || own.table) && _('Noted.')));
}
const SCREENS = {
 lobby: () => [h('div.picture', icon('cup', 'cup')), head(_('You are in')), p('lead', _('Leave this page open. It will wake when the first question comes.')), form(),
  c.here > 1 && p('small', n_('{n} person is here.', '{n} people are here.', c.here)), p('small', _('Nothing is installed. Your votes are counted, not who you are. It works without internet.'))],
 scene: () => [p('kicker', c.title), head(_('Look up')), p('small', _('The story is on the screen, and here.')), form(), script()],
 say: () => [kicker(_('say it first')), head(_('What would you say?'), 'long'), p('quote', said(c.question)), clock(),
  h('form', {id: 'say'}, field('textarea', 'text', _('In your own words, if you like'), {rows: 4, maxlength: 240, value: draft === undefined ? own.typed : draft}), button(own.typed ? _('Send again') : _('Send')), sent('type', own.typed && _('Sent. It is safe here.'))),
  p('small', _('Only the facilitator sees it, unless it is shown without your name.')), c.shown[0] && h('div.rule', h('h2', _('Said in this room')), c.shown.map(text => p('quote', quoted(text)))), again()],
 vote() {
  const my = mine(), off = !c.open && {disabled: ''}, before = choice(own.chose_first).letter;
  return [kicker(c.step === 'vote' ? _('first vote') : _('second vote')), my ? head(chose(my)) : head(said(c.question), 'ask'), p('quote', my && choice(my).text), sent('vote', own.chose && _('Counted. It is safe here.')),
   c.step === 'second' && before && p('small', _('In the first vote: {before}')),
   h('fieldset', off, h('legend', h('span.vh', said(c.question), ' '), off ? _('The vote is closed.') : my ? _('You may change your mind until the vote closes.') : c.asks),
    h('div.choices ' + (my ? 'compact' : ''), c.choices.map(({id, letter, text}) => h('label.choice', radio('choice', id, id === my), h('b', letter), h('span.text', {dir: 'auto'}, text))))),
   c.sure && h('div.rule', h('fieldset', off, h('legend', _('How sure are you? It is never scored.')), h('div.sure', [_('guess'), _('fairly'), _('quite')].map((name, i) => h('label', radio('sure', i + 1, (sure || own.how_sure) === i + 1), h('span', name)))))),
   my ? tally() : p('small', _('Nobody sees this until the room does.')), clock(), form(),
   again()];
 },
 talk: () => [kicker(_('talk')), head(_('Talk to your neighbour')), p('lead', own.chose ? _('Find somebody who chose otherwise. Say why you chose as you did, then listen.') : _('You have not voted. Ask two people what they chose, and why.')),
  own.chose && [p('big', choice(own.chose).letter), p('quote', choice(own.chose).text)], clock(), again()],
 reveal: () => [kicker(_('the votes')), head(_('What the room chose'), 'long'),
  p('lead', own.chose ? [chose(own.chose, own.chose_first !== own.chose && own.chose_first), '.'] : _('You did not vote this time.'), c.moved > 0 && [' ', n_('{n} changed their mind.', '{n} changed their minds.', c.moved)]), results()],
 consequence: () => { const {letter, text} = choice(c.taken); return [kicker(_('what happened')), head(_('The room chose {letter}'), 'long'), p('quote', text), h('div.rule', script())]; },
 columnist: () => [kicker(_('the columnist')), head(c.principle || _('The columnist'), 'long'), p('quote', c.note)],
 column: () => c.column ? [p('kicker', c.title), head(c.column.headline, 'long'), reading(), keepers()] : [head(_('Look up'))],
 discussion: () => [c.asked && p('kicker', c.asked.stage), head(c.asked ? c.asked.text : _('Talk it over'), 'long'), p('lead', _('Say it to each other. Your column stays here.')), c.column && [keepers(), findings()]],
 closed: () => [head(_('Thank you')), p('lead', _('The room is closed.')), c.column && [p('small', _('Keep your column while the laptop is still here.')), keepers(), reading()]],
 blank: () => [head(_('Look up')), p('small', _('Nothing is needed here for the moment.'))],
 no: () => refusal.ask ? [head(_('Which room?')), h('form', {id: 'enter'}, field('input', 'word', _('The four letters on the screen'), {maxlength: 8}), status(refusal.why, 1), button(_('Come in')))]
  : [head(_('Not this time')), p('lead', refusal.why), p('small', _('A raised hand is counted too.')), button(_('Try again'), 'again')],
 wait() {
  const my = c && c.choices && choice(mine()).letter, row = (look, text) => h('li', icon(look === 'tick' ? look : 'ring', 'icon ' + look), h('span', text));
  const calm = ' ' + _('That is not your fault, and there is nothing to press.');
  return [head(_('One moment')), p('lead', navigator.onLine === false ? _('Your phone has no network. Turn its Wi-Fi on, and choose the room’s network.')
   : stopped ? _('The laptop in front has stopped, or starts again.') + calm
   : !c ? _('This page does not find the laptop in front. Is your phone in the room’s Wi-Fi?')
   : tries > 4 ? _('The laptop sleeps or was closed, or the Wi-Fi let go of your phone. Neither is your fault.')
   : _('The Wi-Fi let go of your phone.') + calm),
  h('ul.rows', my && (slots.vote ? row('seek', _('Your vote, {my}, has not arrived yet; it will be sent again')) : row('tick', _('Your vote, {my}, is on the laptop'))), row('seek', _('Looking for the laptop')), row('ring', _('You will be back as yourself'))),
  icon('cup', 'cup'), p('small', _('It tries again every few seconds, and when you tap. If it lasts, turn Wi-Fi off and on. If this page is open twice, that is fine.'))];
 },
};
SCREENS.second = SCREENS.vote;
const count = (to, what) => [...Array(to).keys()].map(what);
function tally() {
 const {voters, voted, tables} = c;
 return h('div.rule', h('p.tally', h('span.figure', String(voted)), voters < voted ? _('voted') : tables ? _('of {voters} tables voted') : _('of {voters} voted')),
 voters <= 40 && h('div.beans', count(voters, i => icon('bean', i < voted ? 'full' : 'bean'))), p('small', _('Your turn is done. Enjoy the quiet.')));
}
const after = (first, then) => then >= 0 ? _('first {first}, then {then}') : String(first);
function results() {
 const most = Math.max(1, ...c.counts.map(each => each.counts).flat());
 return h('ul', c.counts.map(({id, counts}) => h('li.result ' + (id === own.chose ? 'mine' : ''), h('b', choice(id).letter), h('div', p('', choice(id).text),
  counts.map((count, i) => h('div.bar ' + (counts[i + 1] >= 0 ? 'first' : ''), h('i', {width: 100 * count / most + '%'}))), p('small', after(...counts))))));
}
const keepers = () => [h('div.two', h('a.button', {href: '/column', target: '_blank'}, _('Keep the page')), button(_('Copy'), 'copy', 'pale')), status(notes.copy), p('small', _('Save or print it from the browser’s menu.'))];
const findings = () => c.column.findings.map(({label, text}) => [h('h2', label), p('lead', text)]);
function chart({name, values}) {
 const last = values.length - 1, low = Math.min(0, ...values), span = Math.max(1, ...values) - low, y = value => Math.round(100 - 100 * (value - low) / span), all = values.join(', ');
 return last > 0 && [h('h2', _('Capital with {name}')), h('div.chart', {role: 'img', 'aria-label': _('Moment by moment: {all}')}, h('svg', {viewBox: '0 0 100 100', preserveAspectRatio: 'none'},
  h('path', {d: 'M' + values.map((value, i) => 100 * i / last + ' ' + y(value)).join('L')})), h('span.figure', String(values[last]).replace('-', '−')))];
}
function reading() {
 const it = c.column, {score, percentile} = it;
 return h('div', {id: 'reading'}, h('details', h('summary', _('Your letter')), [it.salutation, ...it.letter, it.signature].map(text => p('quote', text))), h('h2', it.reply_salutation),
  it.reply.map(text => p('lead', text)), it.pull && p('pull', it.pull), h('h2', it.sign_off), chart(it.chart),
  percentile !== null && p('lead', _('{score} of 100, better than {percentile} in 100 who answer at random.')), findings(), it.this_week && [h('h2', _('This week')), p('lead', it.this_week)]);
}

// showing, and what is tapped

function show() {
 const after = c && ['column', 'discussion', 'closed'].includes(c.step), waits = !up && !after && (c || tries > 1) && now() - downAt > 2500;
 const name = refusal ? 'no' : waits ? 'wait' : !c ? '' : c.blank ? 'blank' : c.step, key = name + place;
 $('corner').textContent = !c ? '' : !up ? _('no signal') : after ? _('your column') : c.word;
 if (!name) return;
 const fresh = key !== screen, made = [notes.late && status(notes.late, 1), SCREENS[name]()].flat(9).filter(Boolean);
 if (fresh) main.textContent = '';
 fill(main, made);
 document.title = (/vote|second/.test(name) ? _('Vote') : $('head').textContent) + ' · Coffee First';
 if (fresh && screen) { $('head').focus(); scrollTo(0, 0); }
 screen = key;
}
function choose(choice) {
 const first = !mine();
 put('vote', {moment: c.moment, round: c.round, choice, sure: sure || own.how_sure});
 if (first) scrollTo(0, 0);
}
document.onchange = ({target: {name, value}}) => {
 if (name === 'choice') choose(value);
 if (name === 'sure') { sure = +value; mine() ? choose(mine()) : show(); }
};
document.oninput = ({target: {id, value}}) => { if (id === 'text') draft = value; };
document.onclick = ({target}) => {
 if (target.id === 'copy') {
  getSelection().selectAllChildren($('reading') || main);
  notes.copy = document.execCommand('copy') ? _('Copied. Paste it where you like.') : _('Hold a finger on the text to copy it.');
  show();
 }
 if (target.id === 'again') attempt();
};
document.onsubmit = event => {
 event.preventDefault();
 const {id} = event.target, of = name => $(name) ? $(name).value : own[name];
 if (id === 'enter') { word = of('word').trim(); refusal.why = ''; show(); send(hello()) || attempt(); }
 if (id === 'say') put('type', {moment: c.moment, text: of('text')});
 if (id === 'form') put('name', {name: of('name'), table: +of('table')});
};
document.onvisibilitychange = document.onpointerdown = onpageshow = ononline = wake;
onoffline = () => { if (up) line ? drop(line) : lost(); };
setInterval(() => {
 if ($('clock')) $('clock').textContent = offered();
 if (!up) show();
 else if (now() - pinged > 20000) wake();
}, 1000);
attempt();
})();
