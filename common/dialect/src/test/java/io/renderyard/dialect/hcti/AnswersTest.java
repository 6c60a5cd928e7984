package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.image.Image;
import io.renderyard.kernel.image.ImageCount;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Answers as JSON, as clients read them. */
class AnswersTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TenantId TENANT = new TenantId(UUID.randomUUID());
    private static final UUID ID = UUID.fromString("019a0000-0000-7000-8000-00000000000a");
    private static final UUID OTHER = UUID.fromString("019a0000-0000-7000-8000-00000000000b");
    private static final Instant MOMENT = Instant.parse("2020-07-19T17:16:43.987654Z");
    private static final ImageLinks LINKS = new ImageLinks(URI.create("https://farm.example"));

    @Test
    void aMadeImageHasItsAddressAndItsId() {
        ImageCreated made = new ImageCreated(LINKS.image(new ImageId(ID), null), ID.toString());

        assertThat(json(made))
                .isEqualTo(Asked.body("{'url':'https://farm.example/v1/image/" + ID + "','id':'" + ID + "'}"));
        assertThat(json(new ImagesCreated(List.of(made))).path("images").path(0))
                .isEqualTo(json(made));
    }

    @Test
    void aPageLeadsToTheNextAndTheLastOneSaysSoWithoutNull() {
        List<Image> found = List.of(image(ID), image(OTHER));

        assertThat(json(ImagePage.of(found, 1, LINKS)))
                .isEqualTo(Asked.body("{'images':[{'id':'" + ID + "','url':'https://farm.example/v1/image/" + ID
                        + "','created_at':'2020-07-19T17:16:43.987+00:00'}],'next_page_token':'"
                        + PageToken.of(new ImageId(ID)) + "','has_next_page':true}"));
        assertThat(json(ImagePage.of(found, 2, LINKS)).path("next_page_token").stringValue())
                .isEmpty();
        assertThat(json(ImagePage.of(found, 2, LINKS)).path("has_next_page").booleanValue())
                .isFalse();
        assertThat(json(ImagePage.of(List.of(), 2, LINKS)).path("images")).isEqualTo(JSON.createArrayNode());
    }

    @Test
    void theMetadataOfAnImageAreItsParametersAndWhatBecameOfIt() {
        assertThat(json(ImageMetadata.of(image(ID), definition(), MOMENT)))
                .isEqualTo(
                        Asked.body(
                                "{'image_type':'html_css','html':'<p>x</p>','css':'p{}','metadata':{'a':'b'},'id':'"
                                        + ID + "','created_at':'2020-07-19T17:16:43.987+00:00',"
                                        + "'last_render_stored_at':'2020-07-19T17:16:43.987+00:00',"
                                        + "'saved_to_storage_destination_at':null,'og_config_id':null,"
                                        + "'og_config_content_version':null,'storage_destination_hcti_storage_disabled':false}"));
        assertThat(json(ImageMetadata.of(image(ID), definition(), null))
                        .path("last_render_stored_at")
                        .isNull())
                .isTrue();
    }

    @Test
    void theMetadataOfAFilledTemplateNameIt() {
        Definition definition =
                new Filling(new TemplateVersionId(new TemplateId(OTHER), 7), Asked.body("{'a':1}")).definition();

        JsonNode metadata =
                json(ImageMetadata.of(new Image(new ImageId(ID), TENANT, MOMENT, false), definition.text(), null));

        assertThat(metadata.path("image_type").stringValue()).isEqualTo("templated");
        assertThat(metadata.path("template_id").stringValue()).isEqualTo("t-" + OTHER);
        assertThat(metadata.path("template_version").longValue()).isEqualTo(7);
        assertThat(metadata.path("template_values")).isEqualTo(Asked.body("{'a':1}"));
    }

    @Test
    void aMadeTemplateHasItsNumberAsANumber() {
        assertThat(json(TemplateMade.of(new TemplateVersionId(new TemplateId(ID), 1_594_409_399_761L))))
                .isEqualTo(Asked.body("{'template_id':'t-" + ID + "','template_version':1594409399761}"));
    }

    @Test
    void everyStoredParameterOfATemplateHasItsMember() {
        JsonNode page = json(TemplatePage.of(List.of(version(9), version(8)), 1));

        assertThat(page.path("pagination")).isEqualTo(Asked.body("{'next_page_start':9}"));
        assertThat(page.path("data")).hasSize(1);
        assertThat(page.path("data").path(0))
                .isEqualTo(Asked.body("{'id':'t-" + ID + "','version':9,'template_type':'html_css',"
                        + "'created_at':'2020-07-19T17:16:42.987+00:00','updated_at':'2020-07-19T17:16:43.987+00:00',"
                        + "'render_count':5,'name':'Card','description':null,'html':'{{a}}','css':null,"
                        + "'google_fonts':'Open Sans|Roboto','device_scale':2,'ms_delay':null,'max_wait_ms':null,"
                        + "'render_when_ready':null,'viewport_width':null,'viewport_height':null,"
                        + "'viewport_mobile':null,'viewport_landscape':null,'viewport_touch':null,"
                        + "'color_scheme':null,'timezone':null,'media_type':null,'disable_twemoji':null,"
                        + "'transparent_background':null,'selector':null,'proxy_id':null,"
                        + "'storage_destination_id':null,'jumbo_max_width':null,'jumbo_max_height':null,"
                        + "'request_overrides':null}"));
    }

    @Test
    void theLastPageOfTemplatesLeadsNowhere() {
        assertThat(json(TemplatePage.of(List.of(version(9)), 1)).path("pagination"))
                .isEqualTo(Asked.body("{'next_page_start':null}"));
        assertThat(json(TemplatePage.of(List.of(), 1)).path("data")).isEqualTo(JSON.createArrayNode());
    }

    @Test
    void usageIsTheBeginningOfEachIntervalAndMonthsThatEnd() {
        ImageCount hour = new ImageCount(Instant.parse("2024-02-29T17:00:00Z"), 3);
        ImageCount day = new ImageCount(Instant.parse("2024-02-29T00:00:00Z"), 4);
        ImageCount month = new ImageCount(Instant.parse("2024-02-01T00:00:00Z"), 5);

        assertThat(json(UsageView.of(List.of(hour), List.of(day), List.of(), List.of(month))))
                .isEqualTo(Asked.body("{'data':{'hour':{'2024-02-29T17:00:00Z':3},'day':{'2024-02-29T00:00:00Z':4},"
                        + "'month':{}},'per_billing_period':[{'total_images':5,'start':'2024-02-01T00:00:00.000Z',"
                        + "'end':'2024-03-01T00:00:00.000Z'}]}"));
    }

    private static String definition() {
        return Asked.definition(Asked.html("'css':'p{}','metadata':{'a':'b'}")).text();
    }

    private static Image image(UUID id) {
        return new Image(new ImageId(id), TENANT, MOMENT, false);
    }

    private static TemplateVersion version(long number) {
        Definition stored = Asked.understood(ImageRequests.template(
                Asked.body("{'html':'{{a}}','name':'Card','google_fonts':'Open+Sans|Roboto','device_scale':2}")));
        return new TemplateVersion(
                new TemplateVersionId(new TemplateId(ID), number),
                TENANT,
                TemplateForm.content(stored),
                MOMENT,
                MOMENT.minusSeconds(1),
                5,
                null);
    }

    private static JsonNode json(Object answer) {
        return JSON.readTree(JSON.writeValueAsString(answer));
    }
}
