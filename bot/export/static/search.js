// Searches in the page itself: the questions are a list in it, their words a block of JSON. Nothing is fetched.
"use strict";

(function () {
  const index = JSON.parse(document.getElementById("index").textContent);
  const field = document.getElementById("q");
  const list = document.getElementById("questions");
  const told = document.getElementById("told");
  const items = Array.from(list.children);
  const everyWord = Object.keys(index);
  const SHORTEST_BEGINNING = 3;
  const SHORTEST_MISSPELT = 5;
  // Of the best answer's score; what is found by a stray word alone is none.
  const LEAST_SHARE = 0.3;
  const MOST_SHOWN = 20;

  // The same form as that of the words in the index.
  function wordsOf(text) {
    const plain = text
      .normalize("NFKD")
      .replace(/([A-Za-z])[\u0300-\u036f]+/g, "$1")
      .toLowerCase()
      .replace(/([\p{L}\p{N}])['`\u2019\u02bc\u00b4](?=[\p{L}\p{N}])/gu, "$1");
    return plain.match(/[\p{L}\p{N}\p{M}]+/gu) || [];
  }

  // Whether one letter added, left out, changed or swapped with the next makes the one word of the other.
  function nearly(one, other) {
    if (Math.abs(one.length - other.length) > 1) return false;
    let start = 0;
    while (start < one.length && one[start] === other[start]) start += 1;
    const rests = [
      [one.slice(start + 1), other.slice(start)],
      [one.slice(start), other.slice(start + 1)],
      [one.slice(start + 1), other.slice(start + 1)],
      [one[start + 1] + one[start] + one.slice(start + 2), other.slice(start)],
    ];
    return rests.some(([left, right]) => left === right);
  }

  // How near a word of the index is to a typed one: 1 the same, less what begins so, less still what is misspelt.
  function likeness(typed, word) {
    if (word === typed) return 1;
    if (typed.length >= SHORTEST_BEGINNING && word.startsWith(typed)) return 0.6;
    return typed.length >= SHORTEST_MISSPELT && nearly(typed, word) ? 0.4 : 0;
  }

  function scores(query) {
    const total = new Map();
    for (const typed of new Set(wordsOf(query))) {
      const best = new Map();
      for (const word of everyWord) {
        const like = likeness(typed, word);
        if (!like) continue;
        for (const [place, weight] of index[word]) best.set(place, Math.max(best.get(place) || 0, like * weight));
      }
      for (const [place, score] of best) total.set(place, (total.get(place) || 0) + score);
    }
    return total;
  }

  function search(query) {
    const found = scores(query);
    const least = LEAST_SHARE * Math.max(...found.values());
    return Array.from(found)
      .filter(([, score]) => score >= least)
      .sort(([, one], [, other]) => other - one)
      .slice(0, MOST_SHOWN)
      .map(([place]) => items[place]);
  }

  function show() {
    const query = field.value.trim();
    const shown = query ? search(query) : items;
    list.replaceChildren(...shown);
    if (!query) told.textContent = "";
    else told.textContent = shown.length ? told.dataset.found.replace("{count}", shown.length) : told.dataset.none;
  }

  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  field.addEventListener("input", show);
  field.value = new URLSearchParams(location.search).get("q") || "";
  show();
})();
