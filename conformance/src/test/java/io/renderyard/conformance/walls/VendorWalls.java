package io.renderyard.conformance.walls;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A vendor's name ends at the door: it stands in dialects and faces, and in no other class file. */
final class VendorWalls {
    private static final Set<String> VENDORS = Set.of("pictory", "pictify", "hcti", "pictai");

    private VendorWalls() {}

    static ArchRule vendorsEndAtTheDoor(String root) {
        return classes()
                .that(not(resideInAnyPackage(root + ".dialect..", root + ".*.face..")))
                .should(new NameNoVendor(root));
    }

    /** The whole list of vendors' words behind the door, each with why it may stand there. */
    private enum Allowed {
        /** The file of first credentials tells an operator which key goes into which vendor's client. */
        FIRST_CREDENTIALS("db.setup.FirstTenant", "pictorykey"),
        /** The same for the key for trying out. */
        FIRST_TRIAL_CREDENTIAL("db.setup.FirstTenant", "pictorytestkey"),
        /** Clients of that vendor check the prefix of a key before they send it, so keys must be made with it. */
        KEY_PREFIX("db.tenant.KeyFormat", "pictai"),
        /** Asks for a key with that prefix. */
        KEY_MAKER("db.tenant.Tenants", "pictai");

        private final String type;
        private final String word;

        Allowed(String type, String word) {
            this.type = type;
            this.word = word;
        }

        /** What is left of the constant once the allowed word is taken out of it. */
        private static String without(String root, JavaClass type, String constant) {
            String rest = constant;
            for (Allowed each : values()) {
                if (Outermost.name(type).equals(root + "." + each.type)) {
                    rest = rest.replace(each.word, "");
                }
            }
            return rest;
        }
    }

    private static final class NameNoVendor extends ArchCondition<JavaClass> {
        private final String root;

        NameNoVendor(String root) {
            super("name no vendor, neither in names nor in text");
            this.root = root;
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Set<String> found = new TreeSet<>();
            for (String constant : constants(type)) {
                String rest = Allowed.without(root, type, constant.toLowerCase(Locale.ROOT));
                if (VENDORS.stream().anyMatch(rest::contains)) {
                    found.add(constant);
                }
            }
            if (!found.isEmpty()) {
                events.add(SimpleConditionEvent.violated(type, type.getName() + " names a vendor: " + found));
            }
        }

        /** Every name, descriptor and text of the class: all of them are UTF-8 entries of its constant pool. */
        private static Set<String> constants(JavaClass type) {
            try (InputStream bytes =
                    type.getSource().orElseThrow().getUri().toURL().openStream()) {
                Stream<Utf8Entry> entries = StreamSupport.stream(
                                ClassFile.of()
                                        .parse(bytes.readAllBytes())
                                        .constantPool()
                                        .spliterator(),
                                false)
                        .filter(Utf8Entry.class::isInstance)
                        .map(Utf8Entry.class::cast);
                Set<String> constants = new TreeSet<>();
                entries.forEach(entry -> constants.add(entry.stringValue()));
                return constants;
            } catch (IOException e) {
                throw new UncheckedIOException("The class file of " + type.getName() + " cannot be read", e);
            }
        }
    }
}
