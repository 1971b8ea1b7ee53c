-- Generated from prisma/schema.prisma:

-- AlterEnum
ALTER TYPE "ActivityKind" ADD VALUE 'TASK';

-- CreateTable
CREATE TABLE "task" (
    "id" SERIAL NOT NULL,
    "text" TEXT NOT NULL,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "owner_id" INTEGER,
    "member_id" INTEGER,
    "deal_id" INTEGER,
    "lead_id" INTEGER,
    "contact_id" INTEGER,
    "company_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "task_deal_id_idx" ON "task"("deal_id");

-- CreateIndex
CREATE INDEX "task_lead_id_idx" ON "task"("lead_id");

-- CreateIndex
CREATE INDEX "task_contact_id_idx" ON "task"("contact_id");

-- CreateIndex
CREATE INDEX "task_company_id_idx" ON "task"("company_id");

-- CreateIndex
CREATE INDEX "task_owner_id_due_on_idx" ON "task"("owner_id", "due_on");

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_contact_id_fkey" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "company"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- End of the generated part.

-- A promise is made about one record.
ALTER TABLE task ADD CONSTRAINT task_of_one CHECK (num_nonnulls(deal_id, lead_id, contact_id, company_id) = 1);
