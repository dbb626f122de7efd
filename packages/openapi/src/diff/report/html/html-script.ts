/** The script of the page. It only hides and shows what the page contains; without it, everything is shown. */
export const SCRIPT = `
const form = document.querySelector("form");
const [search, operation] = [form.querySelector("[type=search]"), form.querySelector("select")];
const boxes = [...form.querySelectorAll("[type=checkbox]")];
const articles = [...document.querySelectorAll("article")];
const haystacks = new Map(articles.map((article) => [article, article.textContent.toLowerCase()]));
const operations = new Map(articles.map((article) => [article, JSON.parse(article.dataset.operations)]));
function update() {
  const words = search.value.toLowerCase().split(/\\s+/).filter((word) => word !== "");
  const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  let shown = 0;
  for (const article of articles) {
    const isShown =
      severities.has(article.dataset.severity) &&
      (operation.value === "" || operations.get(article).includes(operation.value)) &&
      words.every((word) => haystacks.get(article).includes(word));
    article.hidden = !isShown;
    if (isShown) shown += 1;
  }
  for (const section of document.querySelectorAll("section")) {
    section.hidden = section.querySelector("article:not([hidden])") === null;
  }
  document.querySelector("output").textContent = shown + " of " + articles.length + " shown";
}
function reveal() {
  const target = document.getElementById(location.hash.slice(1));
  if (target === null || !target.closest("[hidden]")) return;
  form.reset();
  update();
  target.scrollIntoView();
}
form.hidden = false;
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", reveal);
update();
reveal();
`;

/** SHA-256 of the script, for the policy of the page. A browser has no hash that does not wait. */
export const SCRIPT_HASH = "sha256-LShzEu4Jn6oTwRhB+3wpLkbxxRrbf3sqltll+PDsqK0=";
