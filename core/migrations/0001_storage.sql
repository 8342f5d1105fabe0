-- Vectors go out of line early, so that a page of the heap holds many candidates of a search.
ALTER TABLE "search_entries" SET (toast_tuple_target = 128);--> statement-breakpoint
ALTER TABLE "search_entries" ALTER COLUMN "grams" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "search_entries" ALTER COLUMN "words" SET STORAGE EXTERNAL;--> statement-breakpoint
-- Bodies are read far more often than written: no time is spent on packing and unpacking them.
ALTER TABLE "topics" ALTER COLUMN "html" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "replies" ALTER COLUMN "html" SET STORAGE EXTERNAL;
--> statement-breakpoint
ALTER TABLE "topics" ALTER COLUMN "text" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "replies" ALTER COLUMN "text" SET STORAGE EXTERNAL;
