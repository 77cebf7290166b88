// A button that opens the chat on another site:
//   <script src="https://host/widget.js" defer></script>
// with data-lang ("vi", "en"), data-province ("Long An") and data-colour ("#17603a") where wanted.
(() => {
  const script = document.currentScript;
  const { lang, province, colour } = script.dataset;
  const service = new URL(script.src).origin;
  const words = lang === 'en'
    ? { open: 'Questions on cleaner production', close: 'Close the chat' }
    : { open: 'Hỏi đáp về sản xuất sạch hơn', close: 'Đóng khung trò chuyện' };

  const host = document.createElement('div');
  host.lang = lang === 'en' ? 'en' : 'vi';
  // The site's styles end here, and ours do not leave; a sheet made by script needs no leave of the site's content policy.
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; --colour: #17603a; }
    * { box-sizing: border-box; font: 16px/1.4 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
    button { min-height: 44px; border: 1px solid #fff; color: #fff; background: var(--colour); cursor: pointer; }
    button:focus-visible { outline: 3px solid var(--colour); outline-offset: 2px; }
    #open { position: fixed; right: 16px; bottom: 16px; z-index: 2147483000; padding: 10px 18px; border-radius: 24px; font-weight: 600; box-shadow: 0 2px 10px rgb(0 0 0 / 30%); }
    #panel { position: fixed; right: 16px; bottom: 76px; z-index: 2147483000; display: flex; flex-direction: column; width: min(420px, calc(100vw - 32px));
      height: min(720px, calc(100vh - 92px)); overflow: hidden; border: 1px solid #8a998f; border-radius: 10px; background: Canvas; box-shadow: 0 4px 24px rgb(0 0 0 / 35%); }
    #panel[hidden] { display: none; }
    #bar { display: flex; align-items: center; justify-content: space-between; padding-left: 16px; color: #fff; background: var(--colour); font-weight: 600; }
    #bar span { font-weight: 600; }
    #close { width: 44px; border: 0; font-size: 22px; }
    #close:focus-visible { outline: 3px solid #fff; outline-offset: -5px; }
    iframe { flex: 1; width: 100%; border: 0; }
    @media (max-width: 480px) { #panel { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; } }`);
  root.adoptedStyleSheets = [sheet];
  if (colour && CSS.supports('color', colour)) {
    host.style.setProperty('--colour', colour);
  }

  const open = element('button', { id: 'open', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'panel', 'aria-haspopup': 'dialog' });
  open.textContent = words.open;
  const panel = element('div', { id: 'panel', role: 'dialog', 'aria-label': words.open, hidden: '' });
  const bar = element('div', { id: 'bar' });
  const name = element('span', {});
  name.textContent = words.open;
  const close = element('button', { id: 'close', type: 'button', 'aria-label': words.close });
  close.textContent = '×';
  bar.append(name, close);
  panel.append(bar);
  root.append(open, panel);
  document.body.append(host);

  let frame = null;
  open.addEventListener('click', () => panel.hidden ? show() : hide());
  close.addEventListener('click', hide);
  root.addEventListener('keydown', event => event.key === 'Escape' && !panel.hidden && hide());
  // Escape within the frame is told by the framed page.
  addEventListener('message', event => event.origin === service && event.source === frame?.contentWindow && event.data === 'cp-assistant:close' && hide());

  function show() {
    if (!frame) {
      const page = new URL('/', service);
      page.searchParams.set('frame', '1');
      page.searchParams.set('lang', lang === 'en' ? 'en' : 'vi');
      if (province) {
        page.searchParams.set('province', province);
      }

      // Loaded at the first opening: a visitor who never asks loads nothing.
      frame = element('iframe', { title: words.open, src: page.href, referrerpolicy: 'no-referrer' });
      panel.append(frame);
    }

    panel.hidden = false;
    open.setAttribute('aria-expanded', 'true');
    frame.focus();
  }

  function hide() {
    panel.hidden = true;
    open.setAttribute('aria-expanded', 'false');
    open.focus();
  }

  function element(tag, attributes) {
    const made = document.createElement(tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    return made;
  }
})();
