/* A button that asks the device for its position, only when tapped, and shows what is near. */
export default class NearMe {
  constructor(button) {
    if (!("geolocation" in navigator)) return;
    this.button = button;
    button.hidden = false;
    button.addEventListener("click", () => this.locate());
  }

  locate() {
    this.button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.go(coords),
      () => this.refused(),
      { timeout: 10000, maximumAge: 60000 },
    );
  }

  go({ latitude, longitude }) {
    const address = new URL(this.button.dataset.address, location.href);
    address.searchParams.set("near", `${latitude.toFixed(5)},${longitude.toFixed(5)}`);
    address.hash = "open-now";
    location.assign(address);
  }

  refused() {
    this.button.disabled = false;
    const notice = document.createElement("p");
    notice.className = "notice";
    notice.role = "status";
    notice.textContent = this.button.dataset.i18nDenied;
    this.button.form.after(notice);
  }
}
