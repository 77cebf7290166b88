// The province that the person has chosen: kept in the browser, shared by its tabs, told to the conversation.
import { kept } from './kept.js';

const KEY = 'cp-assistant.province';
const choice = kept(() => localStorage, KEY);

/** @returns {{name: string, told: string|null}|null} told: the conversation that knows it; null where nothing was ever chosen */
export function heldProvince() {
  return choice.read();
}

/** @param {string|null} told id of the conversation that knows of it */
export function keepProvince(name, told) {
  choice.write({ name, told });
}

export function forgetProvince() {
  choice.forget();
}

/** Calls back when another tab has chosen, or has forgotten. */
export function onOtherProvince(changed) {
  addEventListener('storage', event => event.key === KEY && changed());
}
