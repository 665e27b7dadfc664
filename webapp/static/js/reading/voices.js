/* The voice for a language: of the same region first, one on the device before one on the network. */
export function voiceFor(lang) {
  const speaks = (voice, tag) => voice.lang.replace("_", "-").toLowerCase().startsWith(tag.toLowerCase());
  const voices = speechSynthesis.getVoices();
  const fitting = voices.filter((voice) => speaks(voice, lang));
  const others = voices.filter((voice) => speaks(voice, lang.slice(0, 2)));
  const [best] = [...fitting, ...others].sort((one, other) => other.localService - one.localService);
  return best ?? null;
}
