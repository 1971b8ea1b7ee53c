-- Generated from prisma/schema.prisma:

-- CreateTable
CREATE TABLE "audit" (
    "id" SERIAL NOT NULL,
    "quarter" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "records" INTEGER NOT NULL,
    "clean" INTEGER NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "audit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "audit_quarter_key" ON "audit"("quarter");
-- End of the generated part.
