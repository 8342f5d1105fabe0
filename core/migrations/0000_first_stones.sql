CREATE TABLE "audiences" (
	"community_id" integer NOT NULL,
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"name" jsonb,
	CONSTRAINT "audiences_community_id_number_pk" PRIMARY KEY("community_id","number")
);
--> statement-breakpoint
CREATE TABLE "communities" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "communities_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"slug" text NOT NULL,
	"hostname" text,
	"name" jsonb NOT NULL,
	"purpose" jsonb,
	"benefit" jsonb,
	"language" text NOT NULL,
	"time_zone" text NOT NULL,
	"accent" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "communities_slug_unique" UNIQUE("slug"),
	CONSTRAINT "communities_hostname_unique" UNIQUE("hostname")
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"community_id" integer NOT NULL,
	"kind" text NOT NULL,
	"next" integer NOT NULL,
	CONSTRAINT "counters_community_id_kind_pk" PRIMARY KEY("community_id","kind")
);
--> statement-breakpoint
CREATE TABLE "categories" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb,
	"audience_id" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"topics_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "categories_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"topic_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"audience_id" integer NOT NULL,
	"kind" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"html" text,
	"html_version" smallint,
	"source_id" text,
	CONSTRAINT "notes_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "reaction_counts" (
	"community_id" integer NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "reaction_counts_community_id_subject_id_kind_pk" PRIMARY KEY("community_id","subject_id","kind")
);
--> statement-breakpoint
CREATE TABLE "replies" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"topic_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author_id" uuid NOT NULL,
	"audience_id" integer NOT NULL,
	"lang" text,
	"text" text NOT NULL,
	"html" text,
	"html_version" smallint,
	"answers" integer,
	"edited_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"source_id" text,
	CONSTRAINT "replies_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"topics_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tags_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "topic_tags" (
	"community_id" integer NOT NULL,
	"tag_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	CONSTRAINT "topic_tags_community_id_tag_id_topic_id_pk" PRIMARY KEY("community_id","tag_id","topic_id")
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"lang" text,
	"category_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"audience_id" integer NOT NULL,
	"text" text NOT NULL,
	"html" text,
	"html_version" smallint,
	"edited_at" timestamp (3) with time zone,
	"pinned_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"archived_at" timestamp (3) with time zone,
	"unlisted_at" timestamp (3) with time zone,
	"hidden_at" timestamp (3) with time zone,
	"deleted_at" timestamp (3) with time zone,
	"accepted_number" integer,
	"accepted_at" timestamp (3) with time zone,
	"views" integer DEFAULT 0 NOT NULL,
	"source_id" text,
	"replies_count" integer DEFAULT 0 NOT NULL,
	"likes_count" integer DEFAULT 0 NOT NULL,
	"last_number" integer DEFAULT 1 NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"last_author_id" uuid NOT NULL,
	"answered_at" timestamp (3) with time zone,
	"people" uuid[] DEFAULT '{}' NOT NULL,
	"people_count" integer DEFAULT 1 NOT NULL,
	"near" uuid[],
	"score" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "topics_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "writers" (
	"community_id" integer NOT NULL,
	"member_id" uuid NOT NULL,
	"topics_count" integer DEFAULT 0 NOT NULL,
	"replies_count" integer DEFAULT 0 NOT NULL,
	"solved_count" integer DEFAULT 0 NOT NULL,
	"first_at" timestamp (3) with time zone,
	"last_at" timestamp (3) with time zone,
	CONSTRAINT "writers_community_id_member_id_pk" PRIMARY KEY("community_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "import_rejects" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"source_id" uuid NOT NULL,
	"path" text NOT NULL,
	"reason" text NOT NULL,
	"detail" text DEFAULT '' NOT NULL,
	"line" integer,
	CONSTRAINT "import_rejects_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "import_sources" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"counts" jsonb NOT NULL,
	CONSTRAINT "import_sources_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "contributions" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"member_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"opens" boolean NOT NULL,
	CONSTRAINT "contributions_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"handle" text NOT NULL,
	"handle_key" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"title" text,
	"account_id" uuid,
	"is_system" boolean DEFAULT false NOT NULL,
	"imported_from" text,
	"source_id" text,
	"left_at" timestamp (3) with time zone,
	CONSTRAINT "memberships_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"community_id" integer NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"topic_id" uuid NOT NULL,
	"category_id" uuid,
	"author_id" uuid,
	"audience_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"lang" text,
	"weight" smallint DEFAULT 0 NOT NULL,
	"version" smallint NOT NULL,
	"grams" "tsvector" NOT NULL,
	"words" "tsvector" NOT NULL,
	CONSTRAINT "search_entries_community_id_subject_id_pk" PRIMARY KEY("community_id","subject_id")
);
--> statement-breakpoint
CREATE TABLE "facts" (
	"community_id" integer NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"kind" text NOT NULL,
	"member_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"data" jsonb NOT NULL,
	"origin" text NOT NULL,
	CONSTRAINT "facts_community_id_id_pk" PRIMARY KEY("community_id","id")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "outbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"listener" text NOT NULL,
	"community_id" integer NOT NULL,
	"fact_ids" uuid[] NOT NULL
);
--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replies" ADD CONSTRAINT "replies_community_id_author_id_memberships_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."memberships"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tags" ADD CONSTRAINT "topic_tags_community_id_tag_id_tags_community_id_id_fk" FOREIGN KEY ("community_id","tag_id") REFERENCES "public"."tags"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topic_tags" ADD CONSTRAINT "topic_tags_community_id_topic_id_topics_community_id_id_fk" FOREIGN KEY ("community_id","topic_id") REFERENCES "public"."topics"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_community_id_category_id_categories_community_id_id_fk" FOREIGN KEY ("community_id","category_id") REFERENCES "public"."categories"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "topics" ADD CONSTRAINT "topics_community_id_author_id_memberships_community_id_id_fk" FOREIGN KEY ("community_id","author_id") REFERENCES "public"."memberships"("community_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "communities_hostname_folded" ON "communities" USING btree (lower("hostname"));--> statement-breakpoint
CREATE UNIQUE INDEX "categories_number" ON "categories" USING btree ("community_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "categories_slug" ON "categories" USING btree ("community_id","slug");--> statement-breakpoint
CREATE UNIQUE INDEX "notes_number" ON "notes" USING btree ("community_id","topic_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "replies_number" ON "replies" USING btree ("community_id","topic_id","number");--> statement-breakpoint
CREATE INDEX "replies_by_author" ON "replies" USING btree ("community_id","author_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_slug" ON "tags" USING btree ("community_id","slug");--> statement-breakpoint
CREATE INDEX "topic_tags_by_topic" ON "topic_tags" USING btree ("community_id","topic_id");--> statement-breakpoint
CREATE UNIQUE INDEX "topics_number" ON "topics" USING btree ("community_id","number");--> statement-breakpoint
CREATE INDEX "topics_source" ON "topics" USING btree ("community_id","source_id");--> statement-breakpoint
CREATE INDEX "topics_latest" ON "topics" USING btree ("community_id","last_at","id");--> statement-breakpoint
CREATE INDEX "topics_latest_in_category" ON "topics" USING btree ("community_id","category_id","last_at","id");--> statement-breakpoint
CREATE INDEX "topics_top" ON "topics" USING btree ("community_id","score","id");--> statement-breakpoint
CREATE INDEX "topics_created" ON "topics" USING btree ("community_id","created_at","id");--> statement-breakpoint
CREATE INDEX "topics_unanswered" ON "topics" USING btree ("community_id","created_at","id") WHERE answered_at is null and deleted_at is null;--> statement-breakpoint
CREATE INDEX "topics_pinned" ON "topics" USING btree ("community_id","pinned_at") WHERE pinned_at is not null;--> statement-breakpoint
CREATE INDEX "topics_by_author" ON "topics" USING btree ("community_id","author_id","created_at","id");--> statement-breakpoint
CREATE INDEX "writers_most" ON "writers" USING btree ("community_id","replies_count");--> statement-breakpoint
CREATE INDEX "import_rejects_by_source" ON "import_rejects" USING btree ("community_id","source_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "import_sources_key" ON "import_sources" USING btree ("community_id","kind","key");--> statement-breakpoint
CREATE INDEX "contributions_by_time" ON "contributions" USING btree ("community_id","at","member_id","topic_id","opens");--> statement-breakpoint
CREATE INDEX "contributions_by_member" ON "contributions" USING btree ("community_id","member_id","at");--> statement-breakpoint
CREATE INDEX "contributions_by_topic" ON "contributions" USING btree ("community_id","topic_id","at","member_id");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_handle" ON "memberships" USING btree ("community_id","handle_key");--> statement-breakpoint
CREATE UNIQUE INDEX "memberships_source" ON "memberships" USING btree ("community_id","imported_from","source_id");--> statement-breakpoint
CREATE INDEX "memberships_system" ON "memberships" USING btree ("community_id","is_system");--> statement-breakpoint
CREATE INDEX "search_entries_grams" ON "search_entries" USING gin ("grams");--> statement-breakpoint
CREATE INDEX "search_entries_by_topic" ON "search_entries" USING btree ("community_id","topic_id");--> statement-breakpoint
CREATE INDEX "facts_by_member" ON "facts" USING btree ("community_id","member_id","at");--> statement-breakpoint
CREATE INDEX "outbox_by_listener" ON "outbox" USING btree ("listener","id");