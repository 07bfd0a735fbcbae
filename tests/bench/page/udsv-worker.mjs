// Reads the three files as text, one after the other, and counts.

import { count } from "../rivals/maps.mjs";
import { answer } from "./conversation.mjs";

let task;

answer(async (message) => {
  if (message.task) {
    task = message.task;
    return {};
  }
  const text = (name) => message.files.get(`${name}.csv`).text();
  const texts = { payer: await text("payer_attribution"), register: await text("authorization_register"), roster: await text("roster") };
  return { counts: count(texts, task) };
});
