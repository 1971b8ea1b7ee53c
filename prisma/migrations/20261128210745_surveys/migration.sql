-- Generated from prisma/schema.prisma:

-- CreateTable
CREATE TABLE "survey_round" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "survey_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "survey_answer" (
    "id" SERIAL NOT NULL,
    "round_id" INTEGER NOT NULL,
    "member_id" INTEGER NOT NULL,
    "score" INTEGER,
    "hurdle" TEXT,
    "named" BOOLEAN NOT NULL DEFAULT false,
    "declined" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "survey_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "survey_answer_round_id_member_id_key" ON "survey_answer"("round_id", "member_id");

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "survey_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "survey_answer" ADD CONSTRAINT "survey_answer_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- End of the generated part.
