/* The map's own texts, from the data-i18n-* of its element. */
export default function mapWords(data) {
  return {
    state: ({ state, nuance }) => data[`i18nState${capital(nuance ?? state)}`],
    pin(name, state) {
      return data.i18nPin.replace("{name}", name).replace("{state}", this.state(state));
    },
    group: (count) => data.i18nGroup.replace("{count}", count),
    groupOf(name, count) {
      return data.i18nPin.replace("{name}", name).replace("{state}", this.group(count));
    },
  };
}

function capital(word) {
  return word[0].toUpperCase() + word.slice(1);
}
