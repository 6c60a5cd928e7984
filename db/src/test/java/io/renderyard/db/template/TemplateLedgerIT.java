package io.renderyard.db.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.Race;
import io.renderyard.db.TestLedger;
import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.image.ImageLedger;
import io.renderyard.kernel.image.NewImage;
import io.renderyard.kernel.image.Rendition;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateFilter;
import io.renderyard.kernel.template.TemplateFilter.Order;
import io.renderyard.kernel.template.TemplateHead;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateLayout;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVariable;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateLedgerIT {
    private static final TemplateContent FIRST = content("{{first}}", TemplateHead.of("First", null));
    private static final TemplateContent SECOND = content("{{second}}", TemplateHead.of("Second", "the other one"));
    private static final TemplateId UNKNOWN = new TemplateId(UUID.randomUUID());

    private final TestLedger ledger = TestLedger.shared();
    private final TemplateLedger templates = ledger.part(TemplateLedger.class);
    private final TenantId tenant = ledger.tenant();

    @Test
    void aTemplateIsFound() {
        Instant before = Instant.now().minusSeconds(1);

        TemplateVersionId id = templates.create(tenant, FIRST);

        TemplateVersion found = templates.find(tenant, id.template(), null).orElseThrow();
        assertThat(found)
                .isEqualTo(new TemplateVersion(id, tenant, FIRST, found.createdAt(), found.createdAt(), 0, null));
        assertThat(found.createdAt()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(id.number()).isBetween(before.toEpochMilli(), Instant.now().toEpochMilli() + 1_000);
        assertThat(templates.owner(id.template())).contains(tenant);
    }

    @Test
    void aNamedRequestMakesOneTemplateHoweverOftenItIsRepeated() {
        IdempotencyKey key = new IdempotencyKey("mine", "ab".repeat(32));
        IdempotencyKey other = new IdempotencyKey("mine", "cd".repeat(32));

        TemplateVersionId made = switch (templates.create(tenant, FIRST, key)) {
            case Acceptance.Accepted<TemplateVersionId>(var id) -> id;
            case Acceptance<TemplateVersionId> not -> throw new AssertionError(not);
        };
        assertThat(templates.change(tenant, made.template(), SECOND)).isPresent();

        assertThat(templates.create(tenant, FIRST, key)).isEqualTo(new Acceptance.Repeated<>(made));
        assertThat(templates.create(tenant, SECOND, other)).isInstanceOf(Acceptance.KeyTaken.class);
        assertThat(templates.create(ledger.tenant(), FIRST, key)).isInstanceOf(Acceptance.Accepted.class);
        assertThat(ledger.count("template where tenant_id = ?", tenant.value())).isEqualTo(1);
        assertThat(templates.delete(tenant, made.template())).isTrue();
        assertThat(templates.create(tenant, FIRST, key)).isEqualTo(new Acceptance.Repeated<>(made));
    }

    @Test
    void theSameNamedRequestManyTimesAtOnceMakesOneTemplate() throws Exception {
        IdempotencyKey key = new IdempotencyKey("at once", "ab".repeat(32));

        try (Race race = new Race()) {
            List<Acceptance<TemplateVersionId>> all = race.run(8, () -> templates.create(tenant, FIRST, key));

            assertThat(all).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
            assertThat(all).filteredOn(Acceptance.Repeated.class::isInstance).hasSize(7);
        }
        assertThat(ledger.count("template where tenant_id = ?", tenant.value())).isEqualTo(1);
    }

    @Test
    void itIsNotReadableInTheDatabase() {
        templates.create(tenant, FIRST);

        byte[] stored = ledger.one(byte[].class, "select definition from template_version");
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("first");
    }

    @Test
    void aChangeIsAVersionAndLeavesTheOthers() {
        TemplateVersionId first = templates.create(tenant, FIRST);

        TemplateVersionId second =
                templates.change(tenant, first.template(), SECOND).orElseThrow();

        assertThat(second.template()).isEqualTo(first.template());
        assertThat(second.number()).isGreaterThan(first.number());
        assertThat(definition(first.template(), null)).isEqualTo(SECOND);
        assertThat(definition(first.template(), first.number())).isEqualTo(FIRST);
        assertThat(definition(first.template(), second.number())).isEqualTo(SECOND);
        assertThat(templates.find(tenant, first.template(), 7L)).isEmpty();
    }

    @Test
    void aVersionTellsWhenItsTemplateWasMade() {
        TemplateVersionId id = templates.create(tenant, FIRST);
        ledger.jdbc()
                .sql("update template set created_at = created_at - interval '1 day'")
                .update();
        templates.change(tenant, id.template(), SECOND);

        TemplateVersion found = templates.find(tenant, id.template(), null).orElseThrow();
        assertThat(found.templateCreatedAt()).isBefore(found.createdAt());
    }

    @Test
    void theImagesOfAVersionAreCounted() {
        TemplateVersionId first = templates.create(tenant, FIRST);
        TemplateVersionId second =
                templates.change(tenant, first.template(), SECOND).orElseThrow();
        filled(first);
        filled(first);
        filled(second);

        assertThat(templates.versions(tenant, first.template(), null, 9))
                .extracting(TemplateVersion::images)
                .containsExactly(1L, 2L);
    }

    private void filled(TemplateVersionId version) {
        ImageLedger images = ledger.part(ImageLedger.class);
        images.record(
                new NewImage(images.next(), tenant, "{}", null, version),
                Rendition.RASTER,
                ledger.accepted(TestLedger.submission(tenant)).id());
    }

    @Test
    void numbersRiseAlsoWhenTheClockStandsStill() {
        List<Long> numbers = new ArrayList<>();
        for (int count = 0; count < 20; count++) {
            numbers.add(templates.create(tenant, FIRST).number());
        }

        assertThat(numbers).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void numbersRiseAboveThoseThatAreAheadOfTheClock() {
        TemplateVersionId ahead = templates.create(tenant, FIRST);
        long future = ahead.number() + 3_600_000;
        ledger.jdbc()
                .sql("update template_version set number = ?")
                .param(future)
                .update();

        assertThat(templates.create(tenant, FIRST).number()).isEqualTo(future + 1);
        assertThat(templates.create(ledger.tenant(), FIRST).number())
                .as("another tenant's are its own")
                .isLessThan(future);
    }

    @Test
    void noTwoAreAlikeOfThoseThatAreMadeAtOnce() throws Exception {
        TemplateId changed = templates.create(tenant, FIRST).template();
        List<Long> numbers = new ArrayList<>();
        try (Race race = new Race()) {
            for (int round = 0; round < 10; round++) {
                numbers.addAll(race.run(8, () -> templates.create(tenant, FIRST).number()));
                numbers.addAll(race.run(
                        8,
                        () -> templates
                                .change(tenant, changed, SECOND)
                                .orElseThrow()
                                .number()));
            }
        }

        assertThat(numbers).doesNotHaveDuplicates();
        assertThat(templates.versions(tenant, changed, null, 999)).hasSize(81);
    }

    @Test
    void theLatestOfEachIsListedNewestFirst() {
        TemplateVersionId changed = templates.create(tenant, FIRST);
        TemplateVersionId plain = templates.create(tenant, FIRST);
        TemplateVersionId latest =
                templates.change(tenant, changed.template(), SECOND).orElseThrow();
        TemplateVersionId newest = templates.create(tenant, FIRST);

        assertThat(latest(null, 9)).containsExactly(newest, latest, plain);
        assertThat(latest(null, 2)).containsExactly(newest, latest);
        assertThat(latest(latest.number(), 9)).containsExactly(plain);
        assertThat(latest(plain.number(), 9))
                .as("an old version is not the latest")
                .isEmpty();
    }

    @Test
    void theVersionsOfOneAreListedNewestFirst() {
        TemplateVersionId first = templates.create(tenant, FIRST);
        templates.create(tenant, FIRST);
        TemplateVersionId second =
                templates.change(tenant, first.template(), SECOND).orElseThrow();
        TemplateVersionId third =
                templates.change(tenant, first.template(), FIRST).orElseThrow();

        assertThat(versions(first.template(), null, 9)).containsExactly(third, second, first);
        assertThat(versions(first.template(), null, 1)).containsExactly(third);
        assertThat(versions(first.template(), third.number(), 1)).containsExactly(second);
        assertThat(versions(first.template(), first.number(), 9)).isEmpty();
    }

    @Test
    void aDeletedOneIsNotThere() {
        TemplateVersionId id = templates.create(tenant, FIRST);
        filled(id);

        assertThat(templates.delete(tenant, id.template())).isTrue();

        assertThat(templates.delete(tenant, id.template())).isFalse();
        assertThat(ledger.count("template_version where definition is not null"))
                .isZero();
        assertNowhere(tenant, id);
        assertThat(templates.owner(id.template())).isEmpty();
        assertThat(ledger.count("image where deleted_at is null"))
                .as("its images stay")
                .isOne();
        assertThat(templates.create(tenant, FIRST).number()).isGreaterThan(id.number());
    }

    @Test
    void othersSeeNothing() {
        TemplateVersionId id = templates.create(tenant, FIRST);
        TenantId other = ledger.tenant();

        assertNowhere(other, id);
        assertThat(templates.delete(other, id.template())).isFalse();
        assertThat(templates.find(tenant, id.template(), null)).isPresent();
    }

    @Test
    void whatNobodyMadeIsNotThere() {
        assertNowhere(tenant, new TemplateVersionId(UNKNOWN, 7));
        assertThat(templates.owner(UNKNOWN)).isEmpty();
        assertThat(templates.delete(tenant, UNKNOWN)).isFalse();
    }

    private void assertNowhere(TenantId asking, TemplateVersionId id) {
        assertThat(templates.find(asking, id.template(), null)).isEmpty();
        assertThat(templates.find(asking, id.template(), id.number())).isEmpty();
        assertThat(templates.latest(asking, null, 9)).isEmpty();
        assertThat(templates.versions(asking, id.template(), null, 9)).isEmpty();
        assertThat(templates.change(asking, id.template(), SECOND)).isEmpty();
    }

    @Test
    void allOfItIsKept() {
        TemplateContent whole = new TemplateContent(
                Engine.EXPRESSION,
                new TemplateHead("Card", "a card", "og-image", "marketing", List.of("b", "a"), TemplateHead.GIF),
                new TemplateBody("{{title}}", "p{}", 1_200, 630),
                List.of(new TemplateVariable(
                        "title", "text", "Hi", "of it", true, 1, 9, true, Map.of("source", "custom"))),
                Map.of(
                        "square",
                        new TemplateLayout(
                                "Square",
                                new TemplateBody("{{title}}!", null, 9, null),
                                Instant.parse("2026-01-01T00:00:00Z"))),
                true,
                true,
                true,
                "{\"a\":1}");

        TemplateVersionId id = templates.create(tenant, whole);

        assertThat(definition(id.template(), null)).isEqualTo(whole);
    }

    @Test
    void whatWasStoredBeforeThereWereTwoLanguagesIsRead() {
        TemplateVersionId id = templates.create(tenant, FIRST);
        byte[] old = ledger.part(MasterKey.class)
                .seal("{\"css\":\"p{}\",\"description\":\"d\",\"device_scale\":2,\"html\":\"{{a}}\","
                        + "\"image_type\":\"template\",\"name\":\"n\",\"viewport_height\":2,\"viewport_width\":3}");
        ledger.jdbc()
                .sql("update template_version set definition = :old")
                .param("old", old)
                .update();

        assertThat(definition(id.template(), null))
                .isEqualTo(new TemplateContent(
                        Engine.HANDLEBARS,
                        TemplateHead.of("n", "d"),
                        new TemplateBody("{{a}}", "p{}", 3, 2),
                        List.of(),
                        Map.of(),
                        false,
                        true,
                        false,
                        "{\"device_scale\":2}"));
    }

    @Test
    void aTemplateKeepsItsLanguage() {
        TemplateVersionId id = templates.create(tenant, FIRST);
        TemplateContent other = new TemplateContent(
                Engine.HANDLEBARS, FIRST.head(), FIRST.base(), List.of(), Map.of(), false, false, false, "{}");

        assertThat(templates.change(tenant, id.template(), other)).isEmpty();
        assertThat(definition(id.template(), null)).isEqualTo(FIRST);
    }

    @Test
    void itsSmallPictureIsKnownByTheJobThatDrawsIt() {
        TemplateVersionId id = templates.create(tenant, FIRST);
        JobId job = ledger.accepted(TestLedger.submission(tenant)).id();

        templates.drawnBy(id.template(), job);

        assertThat(templates.find(tenant, id.template(), null).orElseThrow().thumbnail())
                .isEqualTo(job);
    }

    @Test
    void whatStandsInTheHeadOfTheLatestVersionFindsIt() {
        create(new TemplateHead("Badge", "for People", "badge", "event", List.of("a", "b"), TemplateHead.IMAGE));
        create(new TemplateHead("invoice", null, "bill", "document", List.of("b"), TemplateHead.PDF));
        TemplateVersionId third = templates.create(tenant, FIRST);
        TemplateVersionId unused =
                templates.change(tenant, third.template(), SECOND).orElseThrow();
        templates.create(ledger.tenant(), FIRST);

        assertThat(names(filter(null, null, null, Set.of(), null, Order.NEWEST)))
                .containsExactly("Second", "invoice", "Badge");
        assertThat(names(filter(null, null, null, Set.of(), null, Order.OLDEST)))
                .containsExactly("Badge", "invoice", "Second");
        assertThat(names(filter(null, null, null, Set.of(), null, Order.NAME)))
                .containsExactly("Badge", "invoice", "Second");
        assertThat(names(filter("PEOPLE", null, null, Set.of(), null, Order.NAME)))
                .containsExactly("Badge");
        assertThat(names(filter("first", null, null, Set.of(), null, Order.NAME)))
                .isEmpty();
        assertThat(names(filter("100%_", null, null, Set.of(), null, Order.NAME)))
                .isEmpty();
        assertThat(names(filter(null, "badge", null, Set.of(), null, Order.NAME)))
                .containsExactly("Badge");
        assertThat(names(filter(null, null, "document", Set.of(), null, Order.NAME)))
                .containsExactly("invoice");
        assertThat(names(filter(null, null, null, Set.of("b"), null, Order.NAME)))
                .containsExactly("Badge", "invoice");
        assertThat(names(filter(null, null, null, Set.of("b", "a"), null, Order.NAME)))
                .containsExactly("Badge");
        assertThat(names(filter(null, null, null, Set.of(), TemplateHead.PDF, Order.NAME)))
                .containsExactly("invoice");
    }

    @Test
    void pagesFollowEachOtherAndAreCounted() {
        for (String name : List.of("a", "b", "c")) {
            create(TemplateHead.of(name, null));
        }
        TemplateFilter all = filter(null, null, null, Set.of(), null, Order.NAME);

        assertThat(templates.page(tenant, all, 2, 2))
                .extracting(version -> version.content().head().name())
                .containsExactly("c");
        assertThat(templates.count(tenant, all)).isEqualTo(3);
        assertThat(templates.count(tenant, filter("b", null, null, Set.of(), null, Order.NAME)))
                .isEqualTo(1);
    }

    @Test
    void whoseAddressServesEverybodyIsAFilter() {
        create(TemplateHead.of("closed", null));
        TemplateContent open = new TemplateContent(
                Engine.EXPRESSION,
                TemplateHead.of("open", null),
                FIRST.base(),
                List.of(),
                Map.of(),
                false,
                false,
                true,
                "{}");
        templates.create(tenant, open);

        assertThat(names(new TemplateFilter(null, null, null, Set.of(), null, Order.NAME, true)))
                .containsExactly("open");
        assertThat(names(new TemplateFilter(null, null, null, Set.of(), null, Order.NAME, false)))
                .containsExactly("closed");
    }

    private void create(TemplateHead head) {
        templates.create(tenant, content("{{a}}", head));
    }

    private List<String> names(TemplateFilter filter) {
        return templates.page(tenant, filter, 0, 10).stream()
                .map(version -> version.content().head().name())
                .toList();
    }

    private static TemplateFilter filter(
            @Nullable String search,
            @Nullable String type,
            @Nullable String category,
            Set<String> tags,
            @Nullable String output,
            Order order) {
        return new TemplateFilter(search, type, category, tags, output, order, null);
    }

    private static TemplateContent content(String markup, TemplateHead head) {
        return new TemplateContent(
                Engine.EXPRESSION,
                head,
                new TemplateBody(markup, null, null, null),
                List.of(),
                Map.of(),
                false,
                false,
                false,
                TemplateContent.PLAIN);
    }

    private TemplateContent definition(TemplateId id, @Nullable Long number) {
        return templates.find(tenant, id, number).orElseThrow().content();
    }

    private List<TemplateVersionId> latest(@Nullable Long below, int limit) {
        return templates.latest(tenant, below, limit).stream()
                .map(TemplateVersion::id)
                .toList();
    }

    private List<TemplateVersionId> versions(TemplateId id, @Nullable Long below, int limit) {
        return templates.versions(tenant, id, below, limit).stream()
                .map(TemplateVersion::id)
                .toList();
    }
}
