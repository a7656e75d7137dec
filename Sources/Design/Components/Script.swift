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
          for (const table of all('table[data-sortable]')) {
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
          }

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

          // The menu closes with Escape.
          for (const menu of all('.services details')) {
            menu.addEventListener('keydown', (event) => {
              if (event.key === 'Escape' && menu.open) { menu.open = false; menu.querySelector('summary').focus(); }
            });
          }
        })();
        """#
}
