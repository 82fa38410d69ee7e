/** @jsxImportSource preact */

/** A page that nobody is surprised at: where a person goes who must not be seen here. */
const ELSEWHERE = 'https://www.baidu.com/'

/** Leaves at once: nothing of the page stays to be seen, also not by going back. */
const leave = (event: Event): void => {
  event.preventDefault()
  document.body.replaceChildren()
  location.replace(ELSEWHERE)
}

/** 快速离开: the way out of a page that nobody beside the reader may see; a plain link where no script runs. */
export const LeaveButton = () => (
  <a class="p-leave" href={ELSEWHERE} rel="noreferrer" onClick={leave}>
    快速离开
  </a>
)
