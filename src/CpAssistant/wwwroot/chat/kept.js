/**
 * A value under a key in a storage of the browser. Where there is none (a frame on another site may have none, or it may be full) the value
 * lasts as long as the page.
 * @param {() => Storage} storage asked for each time, since asking may fail
 */
export function kept(storage, key) {
  let held = null;

  return {
    /** @returns null where nothing is kept */
    read() {
      try {
        return JSON.parse(storage().getItem(key)) ?? held;
      } catch {
        return held;
      }
    },

    write(value) {
      try {
        storage().setItem(key, JSON.stringify(value));
        held = null;
      } catch {
        held = value;
      }
    },

    forget() {
      held = null;
      try {
        storage().removeItem(key);
      } catch {
        // Nothing was stored.
      }
    },
  };
}
