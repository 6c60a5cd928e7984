package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One tab draws for everybody, so nothing of one page may reach the next. */
class IsolationIT {
    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1);

    private static final String PLANT = """
            <script>
              window.marker = 1; window.name = 'marker'; Array.prototype.marker = 1; history.replaceState('marker', '');
              Object.defineProperty(Node.prototype, 'marker', {value: 1});
              try { document.cookie = 'marker=1'; } catch (e) {}
              try { localStorage.marker = 1; } catch (e) {}
              try { sessionStorage.marker = 1; } catch (e) {}
              const told = new BroadcastChannel('marker');
              const tell = () => { told.postMessage('marker'); document.title = 'marker'; document.body.style.background = '#f00'; };
              setInterval(tell, 1);
              const frame = () => { tell(); requestAnimationFrame(frame); }; frame();
              const worker = new Worker(URL.createObjectURL(new Blob(["setInterval(() => new BroadcastChannel('marker').postMessage('marker'), 1)"])));
              document.documentElement.style.background = '#f00';
              addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'stay'; });
            </script>""";

    private static final String LOOK = """
            <!doctype html><body style='margin:0;background:#0f0'><script>
              const heard = [];
              new BroadcastChannel('marker').onmessage = e => heard.push('channel');
              addEventListener('load', async () => {}, {once: true});
              const found = [];
              if ('marker' in window) found.push('global');
              if (window.name) found.push('name');
              if ([].marker || document.body.marker) found.push('prototype');
              if (history.state) found.push('history');
              try { if (document.cookie) found.push('cookie'); } catch (e) {}
              try { if (localStorage.marker) found.push('storage'); } catch (e) {}
              try { if (sessionStorage.marker) found.push('session'); } catch (e) {}
            </script><img src='data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E' hidden><script>
              const until = performance.now() + 60;
              while (performance.now() < until);
              document.fonts.ready.then(() => {
                if (heard.length) found.push('channel');
                if (document.title) found.push('title');
                if (found.length) { document.body.style.background = '#f00'; document.body.textContent = found.join(' '); }
              });
            </script>""";

    @Test
    void nothingOfThePageBeforeReachesTheNext() throws Exception {
        for (int round = 0; round < 5; round++) {
            pixels(fleet, html(PLANT));
            Pixels next = pixels(fleet, html(LOOK));
            assertThat(next.at(100, 50)).as("round %d", round).isEqualTo(Pixels.GREEN);
        }
    }

    @Test
    void theLookingPageSeesWhatIsThere() throws Exception {
        Pixels both = pixels(fleet, html("<script>window.name = 'marker'</script>" + LOOK));

        assertThat(both.at(190, 90)).isEqualTo(Pixels.RED);
    }

    @Test
    void theSameTopLevelConstantWorksTwice() throws Exception {
        String page = "<body style='background:#f00'><script>const once = '#0f0'; let again = once;"
                + "document.body.style.background = again</script>";

        assertThat(pixels(fleet, html(page)).at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, html(page)).at(100, 50)).isEqualTo(Pixels.GREEN);
    }
}
