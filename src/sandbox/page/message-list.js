import { Message } from './message.js';
import { namesOf } from './names.js';
import { startsGroup } from './timeline.js';
import { dayText } from './timestamps.js';
import { Component, createRef, html } from './vnode.js';

/** @import { PageMessage, PageState } from '../page-api.ts' */
/** @import { Session, View } from './session.js' */

/** How near to its end the list counts as being at its end, in CSS pixels. */
const NEAR_PX = 80;

/** Lines a newcomer may try, from the shipped sample. */
const SAMPLES = ['/summary', '/claim lookup who pays the militias'];

/**
 * The messages of the chosen channel. The list stays at its end while it is there; otherwise it says that there is
 * something new below.
 *
 * @extends {Component<{ session: Session, view: View, state: PageState, placeName: string, onSample: (line: string) => void }, { away: boolean, unseen: boolean }>}
 */
export class MessageList extends Component {
  state = { away: false, unseen: false };
  #scroller = createRef();
  #content = createRef();
  #resized = new ResizeObserver(() => this.#follow());

  componentDidMount() {
    if (this.#content.current) this.#resized.observe(this.#content.current);
    if (this.#scroller.current) this.#resized.observe(this.#scroller.current);
    this.#toEnd();
  }

  componentWillUnmount() {
    this.#resized.disconnect();
  }

  /** @param {{ view: View, state: PageState }} before */
  componentDidUpdate(before) {
    const { state, view } = this.props;
    const { as, channel } = view.choice;
    const moved = before.view.choice.channel !== channel || before.view.choice.as !== as;
    const last = state.messages.at(-1);
    const arrived = last !== undefined && last.message.id !== before.state.messages.at(-1)?.message.id;
    const own =
      last?.onlyFor === as ||
      last?.message.author.id === as ||
      last?.message.interaction_metadata?.user.id === as;
    if (moved || (arrived && own)) this.#toEnd();
    else if (arrived && this.state.away && !this.state.unseen) this.setState({ unseen: true });
  }

  #toEnd = () => {
    const scroller = this.#scroller.current;
    if (scroller) scroller.scrollTop = scroller.scrollHeight;
    if (this.state.away || this.state.unseen) this.setState({ away: false, unseen: false });
  };

  #follow() {
    if (!this.state.away) this.#toEnd();
  }

  #onScroll = () => {
    const scroller = this.#scroller.current;
    if (!scroller) return;
    const away = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight > NEAR_PX;
    if (away !== this.state.away) this.setState({ away, unseen: away && this.state.unseen });
  };

  /** @param {readonly PageMessage[]} messages */
  #rows(messages) {
    const { session, view, state } = this.props;
    const names = namesOf(state, view.choice.locale, Date.now());
    return messages.flatMap((item, index) => {
      const above = messages[index - 1];
      const day = dayText(item.message.timestamp, names.locale);
      const newDay = !above || dayText(above.message.timestamp, names.locale) !== day;
      const drawing = { session, view, state, item, names };
      const grouped = !newDay && !startsGroup(above, item);
      const message = html`<${Message} key=${item.message.id} drawing=${drawing} grouped=${grouped} />`;
      return newDay ? [html`<div class="day" key=${day}><span>${day}</span></div>`, message] : [message];
    });
  }

  #empty() {
    const { placeName, onSample } = this.props;
    return html`
      <div class="empty">
        <h2>Nothing in ${placeName} yet</h2>
        <p>Ask the bot something:</p>
        <div class="row">
          ${SAMPLES.map((line) => html`<button type="button" class="btn btn-secondary" onClick=${() => onSample(line)}>${line}</button>`)}
        </div>
        <p class="keys">
          <kbd>/</kbd> lists the commands, <kbd>↑</kbd> <kbd>↓</kbd> choose, <kbd>Enter</kbd> sends, <kbd>Esc</kbd> goes back.
        </p>
      </div>
    `;
  }

  render() {
    const { view, state, placeName } = this.props;
    const messages = state.messages.filter((item) => !view.dismissed.has(item.message.id));
    return html`
      <div class="messages">
        <div class="scroller" ref=${this.#scroller} onScroll=${this.#onScroll} role="log" aria-live="polite" aria-label=${`Messages in ${placeName}`} tabindex="0">
          <div class="scroller-content" ref=${this.#content}>
            ${view.loading && html`<p class="loading">Loading the channel…</p>`}
            ${!view.loading && messages.length === 0 && this.#empty()} ${this.#rows(messages)}
          </div>
        </div>
        ${this.state.unseen && html`<button type="button" class="btn btn-primary to-end" onClick=${this.#toEnd}>New messages ↓</button>`}
      </div>
    `;
  }
}
