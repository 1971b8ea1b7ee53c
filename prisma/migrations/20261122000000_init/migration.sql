-- Finding people and records by name, whatever the accents (see fold) and the spelling.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Generated from prisma/schema.prisma:

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('VIEWER', 'REP', 'MANAGER', 'ADMIN');

-- CreateEnum
CREATE TYPE "LeadStatus" AS ENUM ('NEW', 'WORKING', 'MQL', 'SQL', 'CONVERTED', 'DISQUALIFIED');

-- CreateEnum
CREATE TYPE "StageKind" AS ENUM ('OPEN', 'WON', 'LOST');

-- CreateEnum
CREATE TYPE "ActivityKind" AS ENUM ('CALL', 'EMAIL', 'MEETING', 'NOTE');

-- CreateEnum
CREATE TYPE "DeliveryState" AS ENUM ('PENDING', 'SENDING', 'UNKNOWN', 'SENT', 'REFUSED');

-- CreateEnum
CREATE TYPE "DigestDays" AS ENUM ('WORKDAYS', 'DAILY');

-- CreateTable
CREATE TABLE "member" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "email" TEXT,
    "role" "Role" NOT NULL DEFAULT 'REP',
    "team_id" INTEGER,
    "manager_id" INTEGER,
    "locale" TEXT,
    "timezone" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity" (
    "id" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "member_id" INTEGER,
    "requested_at" TIMESTAMPTZ(3),

    CONSTRAINT "identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "company" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "industry" TEXT,
    "employees" INTEGER,
    "revenue" DECIMAL(20,2),
    "revenue_currency" TEXT,
    "country" TEXT,
    "website" TEXT,
    "phone" TEXT,
    "tax_code" TEXT,
    "parent_id" INTEGER,
    "owner_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contact" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "title" TEXT,
    "company_id" INTEGER,
    "owner_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" SERIAL NOT NULL,
    "external_id" TEXT,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "company_name" TEXT,
    "company_id" INTEGER,
    "email" TEXT,
    "phone" TEXT,
    "source" TEXT NOT NULL,
    "note" TEXT,
    "status" "LeadStatus" NOT NULL DEFAULT 'NEW',
    "owner_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "category" TEXT,
    "price" DECIMAL(20,2),
    "currency" TEXT NOT NULL,

    CONSTRAINT "product_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pipeline" (
    "id" SERIAL NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "pipeline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage" (
    "id" SERIAL NOT NULL,
    "pipeline_id" INTEGER NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" "StageKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "probability" INTEGER NOT NULL,
    "stale_after_days" INTEGER,

    CONSTRAINT "stage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" SERIAL NOT NULL,
    "external_id" TEXT,
    "title" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "amount" DECIMAL(20,2),
    "currency" TEXT NOT NULL,
    "pipeline_id" INTEGER NOT NULL,
    "company_id" INTEGER,
    "contact_id" INTEGER,
    "lead_id" INTEGER,
    "owner_id" INTEGER,
    "product_id" INTEGER,
    "source" TEXT,
    "expected_close_on" DATE,
    "snoozed_until" DATE,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stage_event" (
    "id" SERIAL NOT NULL,
    "deal_id" INTEGER NOT NULL,
    "stage_id" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "stage_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity" (
    "id" SERIAL NOT NULL,
    "kind" "ActivityKind" NOT NULL,
    "text" TEXT NOT NULL,
    "outcome" TEXT,
    "minutes" INTEGER,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "member_id" INTEGER,
    "deal_id" INTEGER,
    "lead_id" INTEGER,
    "contact_id" INTEGER,
    "company_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "member_id" INTEGER,
    "platform" TEXT NOT NULL,
    "command" TEXT NOT NULL,
    "event_key" TEXT,
    "undoes_id" INTEGER,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "change_entry" (
    "id" SERIAL NOT NULL,
    "change_id" INTEGER NOT NULL,
    "record" TEXT NOT NULL,
    "row_id" INTEGER NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "change_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seen_event" (
    "key" TEXT NOT NULL,
    "invocation" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "seen_event_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" SERIAL NOT NULL,
    "command" TEXT NOT NULL,
    "wire" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "job" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("job","slot")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "destination" TEXT NOT NULL,
    "card" JSONB NOT NULL,
    "locale" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "reference" TEXT,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" SERIAL NOT NULL,
    "digest" TEXT NOT NULL,
    "platform" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "days" "DigestDays" NOT NULL DEFAULT 'WORKDAYS',
    "timezone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "channel" (
    "id" SERIAL NOT NULL,
    "platform" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "locale" TEXT,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "nudge" (
    "id" SERIAL NOT NULL,
    "deal_id" INTEGER NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "step" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "nudge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "member_email_key" ON "member"("email");

-- CreateIndex
CREATE INDEX "member_folded_idx" ON "member" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "identity_member_id_idx" ON "identity"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_platform_user_id_key" ON "identity"("platform", "user_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_folded_key" ON "team"("folded");

-- CreateIndex
CREATE INDEX "company_folded_idx" ON "company" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "company_parent_id_idx" ON "company"("parent_id");

-- CreateIndex
CREATE INDEX "contact_folded_idx" ON "contact" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "contact_company_id_idx" ON "contact"("company_id");

-- CreateIndex
CREATE UNIQUE INDEX "lead_external_id_key" ON "lead"("external_id");

-- CreateIndex
CREATE INDEX "lead_folded_idx" ON "lead" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "lead_created_at_idx" ON "lead"("created_at");

-- CreateIndex
CREATE INDEX "lead_owner_id_idx" ON "lead"("owner_id");

-- CreateIndex
CREATE UNIQUE INDEX "product_folded_key" ON "product"("folded");

-- CreateIndex
CREATE UNIQUE INDEX "stage_pipeline_id_position_key" ON "stage"("pipeline_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "deal_external_id_key" ON "deal"("external_id");

-- CreateIndex
CREATE INDEX "deal_folded_idx" ON "deal" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "deal_owner_id_idx" ON "deal"("owner_id");

-- CreateIndex
CREATE INDEX "deal_company_id_idx" ON "deal"("company_id");

-- CreateIndex
CREATE INDEX "deal_lead_id_idx" ON "deal"("lead_id");

-- CreateIndex
CREATE INDEX "stage_event_deal_id_at_id_idx" ON "stage_event"("deal_id", "at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "stage_event_at_idx" ON "stage_event"("at");

-- CreateIndex
CREATE INDEX "activity_deal_id_at_idx" ON "activity"("deal_id", "at");

-- CreateIndex
CREATE INDEX "activity_lead_id_at_idx" ON "activity"("lead_id", "at");

-- CreateIndex
CREATE INDEX "activity_contact_id_at_idx" ON "activity"("contact_id", "at");

-- CreateIndex
CREATE INDEX "activity_company_id_at_idx" ON "activity"("company_id", "at");

-- CreateIndex
CREATE INDEX "activity_member_id_at_idx" ON "activity"("member_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "change_event_key_key" ON "change"("event_key");

-- CreateIndex
CREATE UNIQUE INDEX "change_undoes_id_key" ON "change"("undoes_id");

-- CreateIndex
CREATE INDEX "change_member_id_id_idx" ON "change"("member_id", "id");

-- CreateIndex
CREATE INDEX "change_at_idx" ON "change"("at");

-- CreateIndex
CREATE INDEX "change_entry_change_id_idx" ON "change_entry"("change_id");

-- CreateIndex
CREATE INDEX "change_entry_record_row_id_idx" ON "change_entry"("record", "row_id");

-- CreateIndex
CREATE INDEX "seen_event_done_at_received_at_idx" ON "seen_event"("done_at", "received_at");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_key_key" ON "delivery"("key");

-- CreateIndex
CREATE INDEX "delivery_state_due_at_idx" ON "delivery"("state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_digest_platform_channel_key" ON "subscription"("digest", "platform", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "channel_platform_channel_key" ON "channel"("platform", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "nudge_deal_id_since_step_key" ON "nudge"("deal_id", "since", "step");

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "member" ADD CONSTRAINT "member_manager_id_fkey" FOREIGN KEY ("manager_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity" ADD CONSTRAINT "identity_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "company" ADD CONSTRAINT "company_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact" ADD CONSTRAINT "contact_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage" ADD CONSTRAINT "stage_pipeline_id_fkey" FOREIGN KEY ("pipeline_id") REFERENCES "pipeline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_pipeline_id_fkey" FOREIGN KEY ("pipeline_id") REFERENCES "pipeline"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_event" ADD CONSTRAINT "stage_event_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stage_event" ADD CONSTRAINT "stage_event_stage_id_fkey" FOREIGN KEY ("stage_id") REFERENCES "stage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "activity" ADD CONSTRAINT "activity_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change" ADD CONSTRAINT "change_undoes_id_fkey" FOREIGN KEY ("undoes_id") REFERENCES "change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_entry" ADD CONSTRAINT "change_entry_change_id_fkey" FOREIGN KEY ("change_id") REFERENCES "change"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "nudge" ADD CONSTRAINT "nudge_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- End of the generated part.
