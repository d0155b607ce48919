// Passkeys: asks the browser for one, puts the answer into the form, and sends the form.

const toBytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (letter) => letter.charCodeAt(0));
const toText = (bytes) =>
  btoa(String.fromCharCode(...new Uint8Array(bytes))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

function prepared(options) {
  const key = structuredClone(options.publicKey);
  key.challenge = toBytes(key.challenge);
  if (key.user) key.user.id = toBytes(key.user.id);
  for (const name of ["allowCredentials", "excludeCredentials"]) {
    if (key[name]) key[name] = key[name].map((each) => ({ ...each, id: toBytes(each.id) }));
  }
  return { publicKey: key };
}

function spelled(credential) {
  const { response } = credential;
  const parts = { clientDataJSON: toText(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) parts[name] = toText(response[name]);
  }
  if (response.getTransports) parts.transports = response.getTransports();
  return {
    id: credential.id,
    rawId: toText(credential.rawId),
    type: credential.type,
    response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
  };
}

async function options(form) {
  const known = document.getElementById("js_data");
  if (known) return JSON.parse(known.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`passkey options: ${answer.status}`);
  return answer.json();
}

async function fill(form) {
  const given = await options(form);
  let credential;
  if (form.dataset.passkey === "add") {
    const asked = prepared(given.creation_options);
    Object.assign(asked.publicKey.authenticatorSelection, {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: "required",
    });
    credential = await navigator.credentials.create(asked);
  } else {
    credential = await navigator.credentials.get(prepared(given.request_options));
  }
  form.elements.credential.value = JSON.stringify(spelled(credential));
}

function attach(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  form.hidden = false;
  form.addEventListener(
    "submit",
    async (event) => {
      if (form.elements.credential.value) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      trouble.hidden = true;
      try {
        await fill(form);
        form.submit();
      } catch {
        trouble.textContent = trouble.dataset.passkeyTrouble;
        trouble.hidden = false;
      }
    },
    true,
  );
}

if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(attach);
