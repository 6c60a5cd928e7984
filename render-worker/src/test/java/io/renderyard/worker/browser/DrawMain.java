package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.Viewport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A process of its own that draws files, says so, and waits to be ended. */
public final class DrawMain {
    private DrawMain() {}

    /** Arguments: run folder, output folder, markup files. */
    public static void main(String[] args) throws Exception {
        BrowserSettings settings = UsualBrowsers.settings(1, Path.of(args[0]));
        BrowserFleet fleet = new BrowserFleet(settings, port -> new FakeGate(Map.of(), port), Fleets.bare());
        for (int i = 2; i < args.length; i++) {
            Path page = Path.of(args[i]);
            long start = System.nanoTime();
            Picture picture = Fleets.picture(Fleets.draw(
                    fleet,
                    Specs.html(Files.readString(page)).with(new Viewport(1200, 630, 1)),
                    Duration.ofSeconds(30)));
            Path out = Path.of(args[1]).resolve(page.getFileName() + ".png");
            Files.write(out, Pixels.bytes(picture));
            System.out.println(out + " " + picture.extent().width() + "x"
                    + picture.extent().height() + " " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
        System.out.println("DRAWN");
        System.out.flush();
        int anything = System.in.read();
        System.out.println("CLOSING " + anything);
        fleet.close();
    }
}
