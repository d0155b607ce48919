// Does what was waiting for the proof: the person pressed its button a moment ago and need not press it again.

const form = document.querySelector("form[data-at-once]");
// A field of the deed may bear the name of the form's own method.
if (form) HTMLFormElement.prototype.requestSubmit.call(form);
