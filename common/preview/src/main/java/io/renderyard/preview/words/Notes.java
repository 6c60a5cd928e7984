package io.renderyard.preview.words;

import io.renderyard.preview.ink.Colour;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has been understood so far, word by word. */
final class Notes {
    /** Plurals that look like singulars. */
    private static final Set<String> INVARIANT = Set.of(
            "fish", "goldfish", "koi", "salmon", "trout", "sheep", "deer", "cattle", "fruit", "coral", "aircraft");

    private static final int UNSAID = -1;
    private static final int MOST_KINDS = 10;
    private static final int MOST_OF_A_KIND = 30;

    final Set<Scene> scenes = EnumSet.noneOf(Scene.class);
    final Set<Weather> weather = EnumSet.noneOf(Weather.class);
    final Map<Kind, Thing> things = new LinkedHashMap<>();
    final Set<Kind> unwanted = EnumSet.noneOf(Kind.class);
    final Set<Weather> unwantedWeather = EnumSet.noneOf(Weather.class);

    @Nullable
    Hour hour;

    @Nullable
    Colour sky;

    @Nullable
    Colour ground;

    @Nullable
    Colour backdrop;

    Mood mood = Mood.PLAIN;
    boolean cliff;
    boolean stars;
    boolean ownWorld;

    private int count = UNSAID;
    private @Nullable Colour hue;
    private boolean copula;
    private boolean behind;
    private boolean standsOn;
    private @Nullable Kind last;

    /** The end of a phrase: what was said before counts no longer for what comes. */
    void pause() {
        count = UNSAID;
        hue = null;
        copula = false;
        behind = false;
        standsOn = false;
    }

    void unknown(String word) {
        standsOn |= word.equals("on") || word.equals("across") || word.equals("over");
        if (word.equals("and")
                || word.equals("with")
                || word.equals("in")
                || word.equals("under")
                || word.equals("at")) {
            pause();
        }
    }

    void heard(Meaning meaning, boolean plural) {
        switch (meaning) {
            case Meaning.Place(Scene scene) -> place(scene);
            case Meaning.Time(Hour named) -> hour = named;
            case Meaning.Air(Weather named) -> (count == 0 ? unwantedWeather : weather).add(named);
            case Meaning.Hue(Colour colour) -> coloured(colour);
            case Meaning.Count(int said) -> count(said);
            case Meaning.Named(Kind kind, String name) -> named(kind, name, plural);
            case Meaning.Feeling(Mood said) -> mood = said;
            case Meaning.World(Colour colour) -> world(colour);
            case Meaning.Backdrop() -> backdrop();
            case Meaning.Cliff() -> cliff = true;
            case Meaning.Stars() -> stars(plural);
            case Meaning.Copula() -> copula = true;
        }
    }

    /** "A" says less than a number that was said before or after it: "a dozen", "a few". */
    private void count(int said) {
        count = said == 1 && count != UNSAID ? count : said;
        copula = false;
    }

    private void coloured(Colour colour) {
        Thing of = last == null ? null : things.get(last);
        if (copula && behind) {
            hue = colour;
            backdrop();
        } else if (copula && of != null) {
            things.put(of.kind(), new Thing(of.kind(), of.name(), colour, of.count()));
            pause();
        } else {
            hue = colour;
        }
    }

    private void place(Scene scene) {
        if (count == 0) {
            pause();
            return;
        }
        scenes.add(scene);
        if (hue != null && scene == Scene.SKY) {
            sky = hue;
        } else if (hue != null) {
            ground = hue;
        }
        hue = null;
        count = count > MOST_KINDS ? count : UNSAID;
    }

    private void backdrop() {
        if (hue != null && count != 0) {
            backdrop = hue;
            scenes.add(Scene.STUDIO);
        }
        pause();
        behind = true;
    }

    private void world(@Nullable Colour colour) {
        scenes.add(Scene.PLANET);
        ownWorld = true;
        if (colour != null) {
            ground = colour;
        }
        pause();
    }

    private void stars(boolean plural) {
        if (count == 0) {
            pause();
            return;
        }
        if (plural || hue == null) {
            stars = true;
        } else {
            add(Kind.STAR, "star", 1);
        }
        pause();
    }

    private void named(Kind kind, String name, boolean plural) {
        if (count == 0) {
            unwanted.add(kind);
        } else if (kind == Kind.PLANET && !plural && standsOn) {
            world(hue);
        } else {
            int many = count == UNSAID || (count == 1 && plural) ? (plural ? usual(kind) : 1) : count;
            boolean alone = !plural && !INVARIANT.contains(name) && count > 9;
            add(kind, name, plural ? Math.max(2, many) : alone ? 1 : many);
        }
        pause();
    }

    private void add(Kind kind, String name, int many) {
        last = kind;
        Thing known = things.get(kind);
        if (known == null && things.size() < MOST_KINDS) {
            things.put(kind, new Thing(kind, name, hue, Math.min(many, MOST_OF_A_KIND)));
        } else if (known != null && known.colour() == null && hue != null) {
            things.put(kind, new Thing(kind, known.name(), hue, known.count()));
        }
    }

    /** How many a plural means that says no number. */
    private static int usual(Kind kind) {
        return switch (kind.habitat()) {
            case LANDMARK, TABLE, HEAVENS -> 2;
            case AFLOAT -> 3;
            case SUNKEN, GROUND -> kind.height() < 0.2 ? 5 : 4;
            case AIR -> kind == Kind.BIRD ? 7 : 4;
        };
    }

    List<Thing> wanted() {
        return new ArrayList<>(things.values().stream()
                .filter(each -> !unwanted.contains(each.kind()))
                .toList());
    }
}
