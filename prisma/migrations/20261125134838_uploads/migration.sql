-- Generated from prisma/schema.prisma:

-- CreateTable
CREATE TABLE "upload" (
    "id" SERIAL NOT NULL,
    "member_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "manner" JSONB NOT NULL,
    "edition" INTEGER NOT NULL DEFAULT 0,
    "change_id" INTEGER,
    "event_key" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_run" (
    "change_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "updated" INTEGER NOT NULL,
    "unchanged" INTEGER NOT NULL,
    "rejected" INTEGER NOT NULL,

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("change_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "upload_event_key_key" ON "upload"("event_key");

-- CreateIndex
CREATE INDEX "upload_member_id_idx" ON "upload"("member_id");

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- End of the generated part.
