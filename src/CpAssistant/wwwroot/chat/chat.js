// The chat page: Microsoft Web Chat over the service's own Direct Line. Where anything fails the plain form stays.
import { FEEDBACK, mended } from './activities.js';
import { stringsFor, styleOptions } from './look.js';
import { forgetUnsent, isLeftOver, keepUnsent, sent, takeLeftOver } from './unsent.js';
import { forgetProvince, heldProvince, keepProvince, onOtherProvince } from './province.js';
import { eraseConversation, forgetSession, heldSession, onOtherConversation, openSession } from './session.js';

const EXPIRED = 3, FAILED = 4;
const RENEW_BEFORE = 5 * 60 * 1000;
const QUIET = 2 * 60 * 1000;
const PAUSES = [0, 2000, 5000, 15000, 30000];
/** How long a notice stands, in milliseconds. */
const NOTICE = 8000;
/** How long after a connection what was said before may take to come, in milliseconds. */
const REPLAY = 1500;
/** How long another tab that has erased the conversation may take to say which one it has begun, in milliseconds. */
const TOLD = 1000;
/** Between two looks whether the service is back. */
const LOOKS = [1000, 2000, 3000, 5000, 10000, 15000];

const at = id => document.getElementById(id);
const box = at('chat');
const words = JSON.parse(box.dataset.words);
const { locale, nonce, maxLength } = box.dataset;
const language = document.documentElement.lang;
const province = at('province');
/** What the page is opened with, by its address. */
const givenProvince = province.value;

let session, line, store, lastRated;
let connected = false;
let lost = false;
let anew = true;
let looking;
let erasing = false;
let told;
const tellings = new Map();
let noticeEnd = null;
let thumb;
/** Texts to send once connected, and messages to send again. */
let waiting = [];
let unsent = [];
const sentAgain = new Set();
let drawn = 0;
/** The pane whose first messages have been shown. */
let opened = 0;
let failures = 0;
let failedAt = 0;

if (window.WebChat) {
  listen();
  showProvince();
  start();
}

/** Opens the held conversation or a new one, and draws it. */
async function start() {
  const old = heldSession();
  try {
    session = old && old.expires - Date.now() > RENEW_BEFORE ? old : await open(old?.token, old?.conversationId);
  } catch (error) {
    return failed();
  }

  if (old && old.conversationId !== session.conversationId) {
    say(words.startedAnew);
  }

  draw();
}

/** A conversation that is a new one knows the province it was opened with. */
async function open(oldToken, oldConversation) {
  const name = province.value;
  const opened = await openSession({ locale, province: name, oldToken });
  if (opened.conversationId !== oldConversation) {
    keepTold(name, opened.conversationId);
  }

  return opened;
}

/** The token was refused: asks for another one, of the same conversation if the service still has it. */
async function renew(refused) {
  if (refused !== session) {
    return;
  }

  const oldToken = line.token ?? session.token;
  line.end();
  session = null;
  // Refusals that follow one another slow down and come to an end.
  failures = Date.now() - failedAt > QUIET ? 0 : failures;
  failedAt = Date.now();
  if (failures >= PAUSES.length) {
    return failed();
  }

  await new Promise(resolve => setTimeout(resolve, PAUSES[failures++]));
  try {
    session = await open(oldToken, refused.conversationId);
  } catch (error) {
    return failed();
  }

  if (session.conversationId !== refused.conversationId) {
    say(words.startedAnew);
  }

  draw();
}

function draw() {
  const mine = session;
  unsent = anew ? [] : unsentMessages();
  anew = false;
  line = WebChat.createDirectLine({ ...pick(session), watermark: '0' });
  watchSocket(line);
  line.connectionStatus$.subscribe(status => {
    if (status === EXPIRED || status === FAILED) {
      // Web Chat is told first.
      setTimeout(() => renew(mine));
    }
  });
  const typed = store?.getState().sendBoxValue;
  connected = false;
  store = WebChat.createStore({}, () => next => action => next(passing(action)));
  drawn++;
  const hadFocus = box.contains(document.activeElement);
  render();
  if (typed) {
    typeIn(typed);
  }

  if (hadFocus) {
    setTimeout(focusSendBox);
  }
}

function render() {
  WebChat.renderWebChat({
    // A new key: a new Web Chat, with nothing of the one before.
    key: drawn,
    directLine: line,
    store,
    locale,
    nonce,
    styleOptions: styleOptions(),
    overrideLocalizedStrings: stringsFor(locale, words),
  }, at('pane'));
}

/** Looks at, and mends, what goes through Web Chat's store. */
function passing(action) {
  switch (action.type) {
    case 'DIRECT_LINE/INCOMING_ACTIVITY': {
      const activity = mended(action.payload.activity, language);
      echoed(activity);
      if (tellings.has(activity.channelData?.clientActivityID) && session) {
        keepTold(tellings.get(activity.channelData.clientActivityID), session.conversationId);
      }

      document.body.classList.toggle('talking', document.body.classList.contains('talking') || activity.type === 'message' && activity.from.role === 'user');
      return { ...action, payload: { ...action.payload, activity } };
    }

    case 'DIRECT_LINE/CONNECT_FULFILLED': {
      const mine = store;
      // Web Chat takes this up first: before, it would drop what is sent.
      setTimeout(() => {
        connected = true;
        show(true);
        sendBox().maxLength = maxLength;
        unsent.forEach(showSending);
        tellProvince();
        waiting.splice(0).forEach(send);
        setTimeout(() => store === mine && settle(), REPLAY);
      });
      return action;
    }

    case 'DIRECT_LINE/POST_ACTIVITY_PENDING':
      if (action.payload.activity.name === 'province') {
        tellings.set(action.meta.clientActivityID, action.payload.activity.value);
      }

      if (action.payload.activity.type === 'message') {
        keepUnsent(action.payload.activity);
        if (noticeEnd) {
          say('');
        }
      }

      return action;

    case 'DIRECT_LINE/POST_ACTIVITY_REJECTED':
      // Its echo was faster than the end of waiting for an answer.
      return isTaken(action.meta.clientActivityID) ? { type: 'CP_ASSISTANT/TAKEN' } : action;

    case 'DIRECT_LINE/POST_ACTIVITY': {
      const { activity } = action.payload;
      if (activity.type === 'message' && activity.channelData?.clientActivityID) {
        // Web Chat's "try again" would send it under another name, and the service take it for another question.
        setTimeout(sendAgain, 0, activity);
        return { type: 'CP_ASSISTANT/SENT_AGAIN' };
      }

      if (activity.name === FEEDBACK && !activity.value) {
        lastRated = activity.entities[0];
        openComment();
        say(words.rated);
      }

      return action;
    }

    default:
      return action;
  }
}

/** @returns {object[]} messages that the service has not been seen to take */
function unsentMessages() {
  const theirs = store.getState().activities.filter(activity => activity.type === 'message' && activity.from.role === 'user');
  const shown = new Set(theirs.map(activity => activity.channelData.clientActivityID));
  // A pane that was never connected has not shown those of the pane before.
  return [...unsent.filter(activity => !shown.has(activity.channelData.clientActivityID)), ...theirs.filter(activity => !activity.id)];
}

function isTaken(id) {
  return store.getState().activities.some(activity => activity.id && activity.channelData?.clientActivityID === id);
}

/** What was said before has come: sends what is missing from it, and puts what a page before this one left into the send box. */
function settle() {
  if (!connected || lost) {
    return;
  }

  tellProvince();
  unsentMessages().forEach(sendAgain);
  unsent = [];
  if (opened !== drawn) {
    opened = drawn;
    // Web Chat stops somewhere on the way where much was said: what came last is what the person is back for.
    const pane = at('pane').querySelector('.webchat__basic-transcript__scrollable');
    pane?.scrollTo({ top: pane.scrollHeight });
  }

  const texts = takeLeftOver();
  if (texts.length > 0) {
    typeIn([...texts, store.getState().sendBoxValue].filter(Boolean).join('\n'));
  }
}

/** Under the same name as before, by which the service knows it and takes it once. */
function sendAgain(activity) {
  const id = activity.channelData.clientActivityID;
  const refused = () => act('REJECTED', id, new Error('not sent'), true);
  sentAgain.add(id);
  showSending(activity);
  line.postActivity({ ...activity, from: { ...activity.from }, channelData: { clientActivityID: id } })
    .subscribe(answer => answer === 'retry' && refused(), refused);
}

function showSending(activity) {
  act('PENDING', activity.channelData.clientActivityID, { activity });
}

/** Web Chat keeps "not sent" at what it has not sent itself. */
function echoed(activity) {
  const id = activity.from?.role === 'user' && activity.channelData?.clientActivityID;
  if (!id) {
    return;
  }

  if (isLeftOver(id) && store.getState().sendBoxValue === activity.text) {
    typeIn('');
  }

  sent(id);
  if (sentAgain.delete(id)) {
    setTimeout(act, 0, 'FULFILLED', id, { activity });
  }
}

function act(what, clientActivityID, payload, error = false) {
  store.dispatch({ type: `DIRECT_LINE/POST_ACTIVITY_${what}`, ...(error && { error }), meta: { clientActivityID, method: 'code' }, payload });
}

function typeIn(text) {
  store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } });
}

/** Direct Line reconnects a lost socket by itself, slowly, and tells no one; a person should know. */
function watchSocket(line) {
  line.services = {
    ...line.services,
    WebSocket: class extends WebSocket {
      constructor(address) {
        super(address);
        this.addEventListener('open', () => isCurrent(line) && lost && back());
        this.addEventListener('close', event => {
          if (isCurrent(line) && event.reason === 'conversation ended') {
            return ended(line);
          }

          // 1000 and 1005: closed on purpose.
          if (isCurrent(line) && event.code !== 1000 && event.code !== 1005) {
            lose();
          }
        });
      }
    },
  };
}

function isCurrent(other) {
  return other === line && session !== null;
}

/** The conversation was erased elsewhere: by the office, then a new one is begun; or in another tab, which tells which one goes on. */
async function ended(mine) {
  await new Promise(resolve => setTimeout(resolve, TOLD));
  if (erasing || !isCurrent(mine)) {
    return;
  }

  if (heldSession()?.conversationId === session.conversationId) {
    forgetSession();
    forgetUnsent();
  }

  mine.end();
  begin();
  await start();
  say(words.startedAnew);
}

function lose() {
  say(navigator.onLine ? words.reconnecting : words.offline, true);
  lost = true;
  if (looking !== line) {
    looking = line;
    lookForService(line, 0);
  }
}

/** Draws the chat anew as soon as the service answers, unless Direct Line was faster. */
async function lookForService(mine, looks) {
  await new Promise(resolve => {
    setTimeout(resolve, LOOKS[Math.min(looks, LOOKS.length - 1)] * (0.75 + Math.random() / 2));
    // At once it would fail still.
    addEventListener('online', () => setTimeout(resolve, 500), { once: true });
  });
  if (!lost || !isCurrent(mine)) {
    return;
  }

  const answers = await fetch('/health', { cache: 'no-store' }).then(() => true, () => false);
  if (!lost || !isCurrent(mine)) {
    return;
  }

  if (!answers) {
    return lookForService(mine, looks + 1);
  }

  session = { ...session, token: mine.token ?? session.token };
  draw();
  mine.end();
}

function back() {
  lost = false;
  say(words.connected);
  const mine = line;
  setTimeout(() => mine === line && settle(), REPLAY);
}

/** The held choice, or what the page was opened with; a province that has no documents any more counts as none. */
function showProvince() {
  province.value = heldProvince()?.name ?? givenProvince;
  if (province.selectedIndex < 0) {
    province.value = '';
  }
}

/** Lets the conversation know what the page shows, where it does not yet. */
function tellProvince() {
  if (!connected || !session) {
    return;
  }

  const choice = heldProvince();
  const known = [told, choice && { name: choice.name, conversation: choice.told }].find(one => one?.conversation === session.conversationId);
  if (known?.name !== province.value) {
    store.dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'province', value: province.value } });
  }
}

/** Only a person's choice is kept for other pages; what an address gives holds for its page alone. */
function keepTold(name, conversation) {
  told = { name, conversation };
  if (heldProvince()?.name === name) {
    keepProvince(name, conversation);
  }
}

function send(text) {
  if (!connected) {
    waiting.push(text);
    return;
  }

  store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { method: 'code', text } });
}

function listen() {
  at('examples')?.addEventListener('submit', event => {
    if (!box.hidden && event.submitter?.value) {
      event.preventDefault();
      send(event.submitter.value);
      focusSendBox();
    }
  });

  onOtherProvince(showProvince);
  province.addEventListener('change', () => {
    keepProvince(province.value, null);
    tellProvince();
    say(province.value ? words.provinceSet.replace('{0}', province.value) : words.provinceUnset);
  });

  // The browser cuts off what is longer, without a word.
  addEventListener('input', event => {
    if (event.target.maxLength === +maxLength && event.target.value.length >= maxLength) {
      say(words.atLimit.replace('{0}', maxLength));
    }
  }, { capture: true });

  at('comment').addEventListener('submit', event => {
    event.preventDefault();
    const comment = at('comment-text').value.trim();
    if (comment) {
      store.dispatch({
        type: 'DIRECT_LINE/POST_ACTIVITY',
        meta: { method: 'code' },
        payload: { activity: { type: 'event', name: FEEDBACK, entities: [lastRated], value: { comment } } },
      });
      say(words.commented);
    }

    closeComment();
  });
  at('comment-close').addEventListener('click', closeComment);
  at('comment').addEventListener('keydown', event => {
    if (event.key === 'Escape') {
      event.preventDefault();
      closeComment();
    }
  });

  at('erase').addEventListener('click', () => at('erase-dialog').showModal());
  at('erase-dialog').addEventListener('close', event => event.target.returnValue === 'yes' && erase());
  at('erase-dialog').addEventListener('cancel', event => { event.target.returnValue = 'no'; });
  at('try-again').addEventListener('click', () => {
    failures = 0;
    say('');
    start();
  });

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => line && render());
  // Another tab has erased the conversation, or begun another.
  onOtherConversation(() => session?.conversationId, () => {
    line?.end();
    begin();
    start();
  });
  addEventListener('offline', () => say(words.offline, true));
  // Where the socket has outlived the break nothing else tells.
  addEventListener('online', () => lost || back());

  if (parent !== window) {
    // The page around the frame cannot see its keys; it closes the panel.
    addEventListener('keydown', event => {
      if (event.key === 'Escape' && !event.defaultPrevented && !at('erase-dialog').open) {
        parent.postMessage('cp-assistant:close', '*');
      }
    });
  }
}

async function erase() {
  erasing = true;
  try {
    if (!await eraseConversation(line.token ?? session.token)) {
      const fresh = await openSession({ locale, province: province.value, oldToken: line.token ?? session.token });
      await eraseConversation(fresh.token);
    }
  } catch (error) {
    erasing = false;
    return say(words.notErased);
  }

  erasing = false;
  line.end();
  begin();
  forgetSession();
  forgetUnsent();
  forgetProvince();
  showProvince();
  closeComment();
  await start();
  say(words.erased);
  focusSendBox();
}

/** Nothing of the conversation so far goes along. */
function begin() {
  session = null;
  anew = true;
  connected = lost = false;
  unsent = [];
  waiting = [];
  document.body.classList.remove('talking');
}

function failed() {
  show(false);
  say(words.failed, true);
  at('try-again').hidden = false;
}

/** Puts the chat in the place of the form, or the form in the place of the chat. */
function show(chat) {
  if (chat === !box.hidden) {
    return;
  }

  const draft = at('q');
  const typing = document.activeElement === draft;
  box.hidden = at('province-choice').hidden = at('erase-choice').hidden = !chat;
  at('plain').hidden = chat;
  at('try-again').hidden = true;
  document.body.classList.toggle('chatting', chat);
  if (chat && draft.value) {
    typeIn(draft.value);
    draft.value = '';
  }

  if (chat && typing) {
    setTimeout(focusSendBox);
  }
}

function openComment() {
  const pressed = document.activeElement;
  thumb = at('pane').contains(pressed) ? pressed : null;
  at('comment').hidden = false;
  setTimeout(() => at('comment-text').focus({ preventScroll: true }));
}

function closeComment() {
  const focused = at('comment').contains(document.activeElement);
  at('comment-text').value = '';
  at('comment').hidden = true;
  if (focused) {
    thumb?.focus({ preventScroll: true });
    if (!thumb?.isConnected || document.activeElement !== thumb) {
      focusSendBox();
    }
  }
}

function focusSendBox() {
  sendBox()?.focus();
}

function sendBox() {
  return at('pane').querySelector('[data-id="webchat-sendbox-input"]');
}

/** Says something over the chat, aloud too, for a while or until something else is said; '' takes it back. */
function say(text, stays = false) {
  clearTimeout(noticeEnd);
  noticeEnd = text && !stays ? setTimeout(say, NOTICE, '') : null;
  at('notice').hidden = false;
  at('notice-text').textContent = text;
  at('notice').classList.toggle('empty', !text);
}

function pick({ token, conversationId, domain }) {
  return { token, conversationId, domain };
}
