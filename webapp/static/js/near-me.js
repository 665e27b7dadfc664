/* A button that asks the device for its position, only when tapped, and shows what is near. */
const SHANGHAI = { south: 30.67, west: 120.85, north: 31.88, east: 122.25 };
const TIMED_OUT = 3;

export default class NearMe {
  constructor(button) {
    button.hidden = !("geolocation" in navigator);
    this.button = button;
    this.words = button.dataset;
    button.addEventListener("click", () => this.locate());
  }

  locate() {
    if (this.isAsking) return;
    this.isAsking = true;
    this.say(this.words.i18nAsking);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.go(coords),
      ({ code }) => this.refuse(code === TIMED_OUT ? this.words.i18nTimeout : this.words.i18nDenied),
      { timeout: 10000, maximumAge: 60000 },
    );
  }

  go({ latitude, longitude }) {
    if (!isInShanghai(latitude, longitude)) return this.refuse(this.words.i18nFar);
    const address = new URL(this.words.address, location.href);
    address.searchParams.set("near", `${latitude.toFixed(5)},${longitude.toFixed(5)}`);
    if (this.words.hash) address.hash = this.words.hash;
    location.assign(address);
    return undefined;
  }

  /* Say why, and lead on to the field one can type in instead. */
  refuse(text) {
    this.isAsking = false;
    this.say(text, true);
    this.button.form?.elements.place?.focus();
  }

  say(text, isWarning = false) {
    this.notice ??= this.makeNotice();
    this.notice.classList.toggle("notice--warn", isWarning);
    this.notice.textContent = text ?? "";
  }

  makeNotice() {
    const notice = document.createElement("p");
    notice.className = "notice near__notice";
    notice.role = "status";
    (this.button.form ?? this.button).after(notice);
    return notice;
  }
}

export function isInShanghai(lat, lng) {
  return SHANGHAI.south <= lat && lat <= SHANGHAI.north && SHANGHAI.west <= lng && lng <= SHANGHAI.east;
}
