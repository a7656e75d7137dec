/// Komfort: the one script of the house. Every page works without it.
enum Script {
    static let source: StaticString = #"""
        (() => {
          'use strict';
          const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));

          // Error summary: focus it, so that it is read first.
          const summary = document.querySelector('.errsum');
          if (summary) summary.focus();

          // Leave at once: clear the page, keep no way back; three times Escape does the same.
          const exit = document.querySelector('a.exit');
          const leave = () => {
            document.documentElement.hidden = true;
            document.title = 'Wetter';
            window.location.replace(exit.href);
          };
          if (exit) {
            exit.addEventListener('click', (event) => { event.preventDefault(); leave(); });
            let presses = 0;
            document.addEventListener('keydown', (event) => {
              presses = event.key === 'Escape' ? presses + 1 : 0;
              if (presses === 3) leave();
            });
          }

          // Characters left in a text area.
          for (const area of all('textarea[data-limit]')) {
            const output = document.getElementById(area.dataset.counter);
            if (!output) continue;
            const limit = Number(area.dataset.limit);
            const pattern = output.dataset.text;
            const show = () => {
              output.textContent = pattern.replace('{count}', String(limit - Array.from(area.value).length));
            };
            area.addEventListener('input', show);
            show();
          }

          // Sort tables in place. Cells may bring a value to sort by.
          const sortable = (root) => all('table[data-sortable]', root).forEach((table) => {
            const body = table.tBodies[0];
            const heads = all('thead th[data-sort]', table);
            for (const head of heads) {
              const button = document.createElement('button');
              button.type = 'button';
              button.className = 'sort';
              while (head.firstChild) button.append(head.firstChild);
              head.append(button);
              button.addEventListener('click', () => {
                const up = head.getAttribute('aria-sort') !== 'ascending';
                for (const other of heads) other.removeAttribute('aria-sort');
                head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
                const key = (row) => {
                  const cell = row.cells[head.cellIndex];
                  return cell ? (cell.dataset.value ?? cell.textContent.trim()) : '';
                };
                const number = head.dataset.sort === 'number';
                const rows = Array.from(body.rows);
                rows.sort((a, b) => {
                  const [x, y] = up ? [key(a), key(b)] : [key(b), key(a)];
                  if (!number) return x.localeCompare(y, document.documentElement.lang);
                  return (parseFloat(x) || -Infinity) - (parseFloat(y) || -Infinity);
                });
                body.append(...rows);
              });
            }
          });
          sortable(document);

          // Keep the place on the page when a filter form sends itself.
          const placeKey = 'platz:' + location.pathname;
          for (const form of all('form[data-keep-place]')) {
            form.addEventListener('submit', () => {
              try { sessionStorage.setItem(placeKey, String(window.scrollY)); } catch { /* private mode */ }
            });
          }
          try {
            const place = sessionStorage.getItem(placeKey);
            if (place !== null && document.querySelector('form[data-keep-place]')) {
              sessionStorage.removeItem(placeKey);
              if (!location.hash) window.scrollTo(0, Number(place));
            }
          } catch { /* private mode */ }

          // Sliders send their form when they come to rest.
          for (const slider of all('input[type=range][data-send]')) {
            slider.addEventListener('change', () => slider.form?.requestSubmit());
          }

          // Print and share: links that only make sense with a script are hidden without it.
          for (const button of all('[data-print]')) {
            button.hidden = false;
            button.addEventListener('click', () => window.print());
          }
          if (navigator.share) {
            for (const button of all('[data-share]')) {
              button.hidden = false;
              button.addEventListener('click', () => {
                navigator.share({ title: document.title, url: location.href }).catch(() => {});
              });
            }
          }

          // Do not send the same form twice.
          for (const form of all('form[method=post]')) {
            form.addEventListener('submit', (event) => {
              if (form.dataset.sent) { event.preventDefault(); return; }
              form.dataset.sent = '1';
              setTimeout(() => { delete form.dataset.sent; }, 4000);
            });
          }

          // Atlas: a change of number or year colours the map anew; outlines are fetched once.
          const chooser = document.querySelector('form[data-atlas]');
          const figure = document.querySelector('[data-map]');
          const parts = (shape, step) => step === '0' ? 'unk' : step === '9' ? 'sec' : shape + step;
          const svgElement = (name, attributes) => {
            const element = document.createElementNS(figure.querySelector('svg').namespaceURI, name);
            for (const key in attributes) element.setAttribute(key, attributes[key]);
            return element;
          };
          if (figure && figure.dataset.outlines) {
            const { dataset } = figure;
            fetch(dataset.outlines).then((answer) => answer.json()).then((outlines) => {
              const svg = figure.querySelector('svg');
              outlines.p.forEach((d, index) => {
                const link = svgElement('a', { class: 'shape', href: dataset.profile.slice(0, -1) + outlines.k[index], 'aria-label': outlines.n[index] });
                const path = svgElement('path', { d, 'fill-rule': 'evenodd', class: parts(dataset.palette, dataset.classes[index]) });
                const title = svgElement('title', {});
                title.textContent = outlines.n[index];
                path.append(title);
                link.append(path);
                svg.append(link);
              });
              svg.removeAttribute('hidden');
            }).catch(() => {});
          }
          if (chooser && figure) {
            const field = (name) => chooser.elements.namedItem(name);
            const legend = (rows, palette) => {
              const list = document.querySelector('.classes');
              if (!list) return;
              list.replaceChildren(...rows.map(([step, words]) => {
                const svg = svgElement('svg', { width: 34, height: 24, viewBox: '0 0 34 24', 'aria-hidden': 'true' });
                svg.append(svgElement('rect', { x: 1, y: 1, width: 32, height: 22, rx: 6, class: parts(palette, String(step)) }));
                const line = document.createElement('li');
                const span = document.createElement('span');
                span.textContent = words;
                line.append(svg, span);
                return line;
              }));
            };
            const colour = (answer, address) => {
              const shapes = all('.shape', figure);
              shapes.forEach((shape, index) => {
                shape.firstElementChild.setAttribute('class', parts(answer.p, answer.k[index]));
                if (answer.w) {
                  const name = shape.getAttribute('aria-label');
                  shape.setAttribute('aria-label', name.slice(0, name.lastIndexOf(': ')) + ': ' + answer.w[index]);
                }
              });
              if (answer.v) all('text.v', figure).forEach((text, index) => { text.textContent = answer.v[index]; });
              const say = (name, words) => all(`[data-part=${name}]`).forEach((part) => { part.textContent = words; });
              say('heading', answer.t);
              if (answer.f) say('finding', answer.f);
              say('legendTitle', answer.n);
              legend(answer.l, answer.p);
              document.title = answer.t + document.title.slice(document.title.lastIndexOf(' – '));
              const zeit = field('zeit');
              if (zeit) zeit.value = answer.z;
              history.replaceState(null, '', address);
              return fetch(address).then((page) => page.text()).then((text) => {
                if (location.pathname + location.search !== address) return;
                const page = new DOMParser().parseFromString(text, 'text/html');
                say('finding', page.querySelector('[data-part=finding]').textContent);
                for (const live of all('[data-live]')) {
                  const fresh = page.querySelector(`[data-live=${live.dataset.live}]`);
                  if (fresh) { live.replaceWith(fresh); sortable(fresh); }
                }
                for (const name of ['gebiet', 'ebene', 'zeit', 'wert', 'vergleich']) {
                  const fresh = page.querySelector(`form[data-atlas] [name=${name}]`);
                  if (!fresh || !field(name)) continue;
                  const { value } = fresh;
                  field(name).replaceChildren(...fresh.children);
                  field(name).value = value;
                }
              });
            };
            const quick = ['kenngroesse', 'zeit', 'wert', 'vergleich', 'art', 'klassen', 'einzeln'];
            let turn = 0;
            chooser.addEventListener('change', (event) => {
              if (event.target.name === 'grenzen') return;
              const now = (turn += 1);
              const asked = new URLSearchParams(new FormData(chooser));
              const key = asked.get('kenngroesse');
              asked.delete('kenngroesse');
              for (const [name, value] of Array.from(asked)) if (!value) asked.delete(name);
              const isQuick = quick.includes(event.target.name) && !asked.get('ansicht') && asked.get('art') !== 'eigene';
              if (!isQuick) { chooser.requestSubmit(); return; }
              fetch(chooser.dataset.atlas + '/' + encodeURIComponent(key) + '?' + asked)
                .then((answer) => { if (!answer.ok) throw new Error(); return answer.json(); })
                .then((answer) => {
                  if (now !== turn) return null;
                  if (answer.m !== figure.dataset.map) throw new Error();
                  return colour(answer, chooser.getAttribute('action') + '/' + encodeURIComponent(key) + '?' + asked);
                })
                .catch(() => chooser.requestSubmit());
            });
          }

          // The menu closes with Escape.
          for (const menu of all('.services details')) {
            menu.addEventListener('keydown', (event) => {
              if (event.key === 'Escape' && menu.open) { menu.open = false; menu.querySelector('summary').focus(); }
            });
          }
        })();
        """#
}
