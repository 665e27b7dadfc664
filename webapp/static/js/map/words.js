/* The map's own texts, from the data-i18n-* of its element. */
export default function mapWords(data) {
  return {
    state: ({ state, nuance }) => data[`i18nState${capital(nuance ?? state)}`],
    pin(name, state) {
      return data.i18nPin.replace("{name}", name).replace("{state}", this.state(state));
    },
    group: (count, open) => data.i18nGroup.replace("{count}", count).replace("{open}", open),
    groupOf(name, count, open) {
      return data.i18nPin.replace("{name}", name).replace("{state}", this.group(count, open));
    },
  };
}

export function nameOf(pin, lang) {
  return lang === "zh" ? pin.n_zh : pin.n_en;
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
