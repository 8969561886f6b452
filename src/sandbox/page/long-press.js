/** How long a finger rests before it is a long press, as on touch systems, in milliseconds. */
const LONG_PRESS_MS = 500;

/** How far a resting finger may stray, in CSS pixels; beyond it, it scrolls. */
const STRAY_PX = 10;

/** A press on one of these keeps what the browser does with it: copying a link, selecting text of a field. */
const OWN_MENU = 'a, input, textarea, select, [role=menu]';

/** @param {Event} event */
const hasOwnMenu = (event) => event.target instanceof Element && event.target.closest(OWN_MENU) !== null;

/**
 * Tells right clicks, the menu key, and long presses of a finger from everything else.
 *
 * @param {(spot: { x: number, y: number } | null) => void} open - null when no place was pressed
 * @returns {Record<string, (event: any) => void>} listeners for an element
 */
export function menuPresses(open) {
  let timer = 0;
  let start = { x: 0, y: 0 };
  let opened = false;
  const stop = () => window.clearTimeout(timer);

  return {
    onContextMenu: (/** @type {MouseEvent} */ event) => {
      stop();
      if (hasOwnMenu(event) || event.shiftKey) return;
      event.preventDefault();
      const fromKey = event.clientX === 0 && event.clientY === 0;
      open(fromKey ? null : { x: event.clientX, y: event.clientY });
    },
    onPointerDown: (/** @type {PointerEvent} */ event) => {
      stop();
      if (event.pointerType !== 'touch' || hasOwnMenu(event)) return;
      start = { x: event.clientX, y: event.clientY };
      opened = false;
      timer = window.setTimeout(() => {
        opened = true;
        open(start);
      }, LONG_PRESS_MS);
    },
    onPointerMove: (/** @type {PointerEvent} */ { clientX, clientY }) => {
      if (Math.hypot(clientX - start.x, clientY - start.y) > STRAY_PX) stop();
    },
    // The finger that opened the menu must not, when it is lifted, press what lies below.
    onTouchEnd: (/** @type {TouchEvent} */ event) => {
      if (opened) event.preventDefault();
      opened = false;
    },
    onPointerUp: stop,
    onPointerCancel: stop,
  };
}
