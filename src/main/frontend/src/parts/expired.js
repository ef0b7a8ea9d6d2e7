// The sign-in ended while somebody writes: the page says so and stays; its link comes back to this very page.
const box = document.querySelector("[data-expired]");
let leaving = false;

export function expired(yes, focus = false) {
  if (box.hidden === yes) box.hidden = !yes;
  if (yes && focus) box.focus();
}

/** Whether the page is being left by its own link to sign in: what is kept in this browser needs no warning. */
export const leavesToSignIn = () => leaving;

box.querySelector("a").addEventListener("click", () => {
  leaving = true;
  setTimeout(() => (leaving = false), 1000); // opened in another window, the page is still here
});
